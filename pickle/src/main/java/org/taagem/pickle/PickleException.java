package org.taagem.pickle;

import java.io.IOException;

/** A pickle that is damaged, or that is more than plain data. */
public final class PickleException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the error.
     *
     * @param problem what is wrong, as the rest of a sentence about the file
     */
    public PickleException(String problem) {
        super(problem);
    }
}
