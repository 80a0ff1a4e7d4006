package org.taagem.nn;

import java.util.Arrays;

import org.taagem.data.FeatureVector;

/** The inputs of the first layer for a few samples, of each only the entries that are not zero: the samples' own arrays. */
final class SparseRows {
    int rows;
    /** {@code [rows][at least counts[r]]}, ascending. */
    int[][] indices = {};
    /** {@code [rows][at least counts[r]]}. */
    float[][] values = {};
    /** {@code [rows]}: how many entries each row has. */
    int[] counts = {};

    /** Makes room for rows; each then needs {@link #refer}. */
    void resize(int rows) {
        if (rows > counts.length) {
            indices = Arrays.copyOf(indices, rows);
            values = Arrays.copyOf(values, rows);
            counts = Arrays.copyOf(counts, rows);
        }
        this.rows = rows;
    }

    /** Makes a row the entries of a vector, without a copy. */
    void refer(int row, FeatureVector vector) {
        indices[row] = vector.indices();
        values[row] = vector.values();
        counts[row] = vector.nonZeroCount();
    }

    /** Makes the rows from {@code first} on those of another, without a copy. */
    void referAll(int first, SparseRows others) {
        System.arraycopy(others.indices, 0, indices, first, others.rows);
        System.arraycopy(others.values, 0, values, first, others.rows);
        System.arraycopy(others.counts, 0, counts, first, others.rows);
    }

    /** Sets terms to all entries. */
    void terms(Terms into) {
        into.resize(rows);
        for (int r = 0; r < rows; r++) {
            into.set(r, indices[r], values[r], counts[r]);
        }
    }

    /**
     * Writes the entries into columns, or zero in their place.
     *
     * @param columns {@code [features][at least rows]}
     * @param write whether the entries are written
     */
    void setColumns(Rows columns, boolean write) {
        for (int r = 0; r < rows; r++) {
            int[] index = indices[r];
            float[] value = values[r];
            int count = counts[r];
            for (int k = 0; k < count; k++) {
                columns.set(index[k], r, write ? value[k] : 0);
            }
        }
    }
}
