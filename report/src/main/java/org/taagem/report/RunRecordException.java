package org.taagem.report;

import java.io.IOException;

/**
 * A run record that cannot be written or read. The message is one line: what, which file, why, and where to mend it. What a
 * damaged or hostile file holds may be part of it, and does no harm.
 */
public final class RunRecordException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an exception.
     *
     * @param message what is wrong and how to mend it
     */
    public RunRecordException(String message) {
        super(HarmlessText.of(message));
    }

    /**
     * Makes an exception for a reason found elsewhere.
     *
     * @param message what is wrong and how to mend it
     * @param cause where it was found
     */
    public RunRecordException(String message, Throwable cause) {
        super(HarmlessText.of(message), cause);
    }
}
