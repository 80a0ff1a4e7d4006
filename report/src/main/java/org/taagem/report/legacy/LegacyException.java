package org.taagem.report.legacy;

import java.io.IOException;

/** A file that is no result of the Python original. */
public final class LegacyException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an exception.
     *
     * @param message what is wrong with which file
     */
    public LegacyException(String message) {
        super(message);
    }
}
