package org.taagem.datasets.csv;

import org.taagem.data.CellException;
import org.taagem.data.Column;

/** What is learned of a column from the cells of the training data, one after the other. */
interface ColumnFit {
    /** Takes note of a cell. */
    void add(String cell) throws CellException;

    /** Returns the fitted column. */
    Column fitted() throws CellException;
}
