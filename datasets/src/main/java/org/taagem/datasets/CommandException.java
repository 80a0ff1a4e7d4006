package org.taagem.datasets;

import java.io.IOException;

/** A program that is not there, or that does not end. */
public final class CommandException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the error.
     *
     * @param message which program, and what is wrong
     */
    public CommandException(String message) {
        super(message);
    }
}
