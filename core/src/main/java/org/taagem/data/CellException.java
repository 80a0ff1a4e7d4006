package org.taagem.data;

/** A cell of a table that cannot be used. Whoever knows where it stands adds the file, the line and the column. */
public final class CellException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 40;

    private final String remedy;

    /**
     * Makes the error.
     *
     * @param problem the rest of a sentence whose subject is the cell: what it is and what was expected
     * @param remedy how to mend it, as a sentence without its full stop
     */
    public CellException(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    /**
     * Returns how to mend it.
     *
     * @return a sentence without its full stop
     */
    public String remedy() {
        return remedy;
    }

    /**
     * Returns what is shown of a cell in a message of one line.
     *
     * @param cell the cell's text
     * @return the text in quotation marks, without control characters and not too long
     */
    public static String shown(String cell) {
        String line = cell.replaceAll("\\p{Cntrl}", "?");
        return "'" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line) + "'";
    }
}
