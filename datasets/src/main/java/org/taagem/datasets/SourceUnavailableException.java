package org.taagem.datasets;

import java.io.IOException;

/** One place cannot deliver a data set; another one might. */
public final class SourceUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the error.
     *
     * @param reason why, as half a sentence
     */
    public SourceUnavailableException(String reason) {
        super(reason);
    }

    /**
     * Makes the error, with the error that led to it.
     *
     * @param reason why, as half a sentence
     * @param cause what went wrong first
     */
    public SourceUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
