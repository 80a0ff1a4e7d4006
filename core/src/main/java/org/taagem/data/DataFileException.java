package org.taagem.data;

import java.io.IOException;

/** A file of a data set that cannot be opened, or whose content is not what it should be. */
public final class DataFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the error.
     *
     * @param file the file's name, as the user can find it
     * @param problem what is wrong with it: what was got and what was expected
     * @param remedy where to mend it, as a sentence without its full stop
     */
    public DataFileException(String file, String problem, String remedy) {
        super(file + ": " + problem + ". " + remedy + ".");
    }

    /**
     * Makes the error, with the error that revealed it.
     *
     * @param file the file's name, as the user can find it
     * @param problem what is wrong with it: what was got and what was expected
     * @param remedy where to mend it, as a sentence without its full stop
     * @param cause what went wrong first
     */
    public DataFileException(String file, String problem, String remedy, Throwable cause) {
        super(file + ": " + problem + ". " + remedy + ".", cause);
    }
}
