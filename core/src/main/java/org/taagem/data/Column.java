package org.taagem.data;

/** A column of a table, and what became of it when it was fitted: how its cells are turned into features. */
public sealed interface Column permits NumericColumn, CategoricalColumn {
    /**
     * Returns the column's name.
     *
     * @return the name in the table's header, or {@code column 3} for the third column of a table without one
     */
    String name();

    /**
     * Returns how many features a cell becomes.
     *
     * @return at least 1
     */
    int features();

    /**
     * Turns a cell into features.
     *
     * @param cell the text of the cell
     * @param features where to write; zero where nothing was written yet
     * @param at index of the column's first feature
     * @throws CellException if the cell is empty, or is no number where there must be one
     */
    void encode(String cell, float[] features, int at) throws CellException;

    /**
     * Returns the text of a cell without blanks around it.
     *
     * @param cell the text as it stands in the table
     * @return the text, not empty
     * @throws CellException if nothing is left, for a value that is missing is never made up
     */
    static String text(String cell) throws CellException {
        String text = cell.strip();
        if (text.isEmpty()) {
            throw new CellException("is empty; expected a value", "Fill it in, or take its row out");
        }
        return text;
    }
}
