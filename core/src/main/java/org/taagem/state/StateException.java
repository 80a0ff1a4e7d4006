package org.taagem.state;

import java.io.IOException;

/** A state that is damaged, or that belongs to something else than it was read for. The message is one line. */
public final class StateException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the error.
     *
     * @param message which state, what is wrong with it, what was expected and how to mend it
     */
    public StateException(String message) {
        super(oneLine(message));
    }

    /**
     * Makes the error, with the error that revealed it.
     *
     * @param message which state, what is wrong with it, what was expected and how to mend it
     * @param cause what went wrong first
     */
    public StateException(String message, Throwable cause) {
        super(oneLine(message), cause);
    }

    /** What a damaged or hostile file holds may be part of the message. */
    private static String oneLine(String message) {
        return message.replaceAll("\\p{Cntrl}", "?");
    }
}
