package org.taagem.datasets.rows;

import java.io.IOException;

/** A stream of which no line can be used, because its columns are not those that were asked for. */
public final class TableException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the error.
     *
     * @param problem what is wrong: what was got, what was expected and how to mend it
     */
    public TableException(String problem) {
        super(problem.replaceAll("\\p{Cntrl}", "?"));
    }
}
