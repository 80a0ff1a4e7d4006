package org.taagem.datasets;

import java.io.IOException;

/** A data set is nowhere to be found. The message says where it was looked for, and what to do. */
public final class DatasetNotFoundException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the error.
     *
     * @param message where it was looked for, and what to do
     */
    public DatasetNotFoundException(String message) {
        super(message);
    }
}
