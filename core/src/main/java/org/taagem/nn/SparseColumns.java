package org.taagem.nn;

import java.util.Arrays;

/**
 * The entries of sparse rows sorted by column: of each column, which rows have an entry there, and what it is.
 *
 * <p>A counting sort in three steps: {@link #begin}, {@link #count} for all rows, {@link #place} for the same rows again.
 */
final class SparseColumns {
    private int columns;
    /** {@code [columns + 1]}: where each column's entries begin; after placing, where they end. */
    private int[] bounds = {};
    /** {@code [entries]}. */
    private int[] rows = {};
    /** {@code [entries]}. */
    private float[] values = {};

    private int placed;

    void begin(int columns) {
        this.columns = columns;
        if (columns + 1 > bounds.length) {
            bounds = new int[columns + 1];
        }
        Arrays.fill(bounds, 0, columns + 1, 0);
        placed = 0;
    }

    void count(SparseRows from) {
        for (int r = 0; r < from.rows; r++) {
            int[] index = from.indices[r];
            int count = from.counts[r];
            for (int k = 0; k < count; k++) {
                bounds[index[k] + 1]++;
            }
        }
    }

    /** Places the entries of rows, times a scale; the first of the rows is number {@code firstRow}. */
    void place(SparseRows from, int firstRow, float scale) {
        if (placed == 0) {
            finishCounting();
        }
        placed += from.rows;
        for (int r = 0; r < from.rows; r++) {
            int[] index = from.indices[r];
            float[] value = from.values[r];
            int count = from.counts[r];
            for (int k = 0; k < count; k++) {
                int place = bounds[index[k]]++;
                rows[place] = firstRow + r;
                values[place] = scale * value[k];
            }
        }
    }

    private void finishCounting() {
        for (int c = 0; c < columns; c++) {
            bounds[c + 1] += bounds[c];
        }
        if (bounds[columns] > rows.length) {
            rows = new int[bounds[columns]];
            values = new float[bounds[columns]];
        }
    }

    /** Sets terms to the columns, each as a row. */
    void terms(Terms into) {
        into.resize(columns);
        int from = 0;
        for (int c = 0; c < columns; c++) {
            into.set(c, rows, values, bounds[c]);
            into.setRange(c, from, bounds[c]);
            from = bounds[c];
        }
    }
}
