package org.taagem.nn;

import java.util.Arrays;

/**
 * Rows of a sparse matrix, of each a range of its entries: what a {@link Kernel} adds up. Refilled rather than made anew.
 */
public final class Terms {
    private int rows;
    private int[][] indices = {};
    private float[][] values = {};
    private int[] from = {};
    private int[] to = {};

    /** Makes a matrix without rows. */
    public Terms() {}

    /**
     * Makes room for rows; each then needs {@link #set}.
     *
     * @param rows 0 or more
     */
    public void resize(int rows) {
        this.rows = rows;
        if (rows > from.length) {
            indices = Arrays.copyOf(indices, rows);
            values = Arrays.copyOf(values, rows);
            from = Arrays.copyOf(from, rows);
            to = Arrays.copyOf(to, rows);
        }
    }

    /**
     * Makes a row the first entries of two arrays, without a copy.
     *
     * @param row 0..rows-1
     * @param indices {@code [at least count]}: which source each entry multiplies, ascending
     * @param values {@code [at least count]}: times what
     * @param count how many entries
     */
    public void set(int row, int[] indices, float[] values, int count) {
        this.indices[row] = indices;
        this.values[row] = values;
        setRange(row, 0, count);
    }

    /** Restricts a row to the entries {@code from..to-1} of its arrays. */
    void setRange(int row, int from, int to) {
        this.from[row] = from;
        this.to[row] = to;
    }

    /**
     * Returns the number of rows.
     *
     * @return 0 or more
     */
    public int rows() {
        return rows;
    }

    /**
     * Returns which sources the entries of a row multiply.
     *
     * @param row 0..rows-1
     * @return shared, not to be changed; entries {@code from(row)..to(row)-1} are in use
     */
    public int[] indices(int row) {
        return indices[row];
    }

    /**
     * Returns what the entries of a row are.
     *
     * @param row 0..rows-1
     * @return shared, not to be changed; entries {@code from(row)..to(row)-1} are in use
     */
    public float[] values(int row) {
        return values[row];
    }

    /**
     * Returns the first entry of a row that is in use.
     *
     * @param row 0..rows-1
     * @return 0 or more
     */
    public int from(int row) {
        return from[row];
    }

    /**
     * Returns the end of the entries of a row that are in use.
     *
     * @param row 0..rows-1
     * @return one more than the last, at least {@link #from}
     */
    public int to(int row) {
        return to[row];
    }
}
