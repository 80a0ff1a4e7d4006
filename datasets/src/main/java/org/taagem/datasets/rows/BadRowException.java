package org.taagem.datasets.rows;

import java.io.IOException;

/** A line that cannot be used, though the lines around it may be right. */
public final class BadRowException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the error.
     *
     * @param problem what is wrong with the line: what was got and what was expected
     */
    public BadRowException(String problem) {
        super(problem.replaceAll("\\p{Cntrl}", "?"));
    }
}
