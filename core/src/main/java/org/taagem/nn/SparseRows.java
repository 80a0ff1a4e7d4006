package org.taagem.nn;

import java.util.Arrays;

import org.taagem.data.FeatureVector;

/**
 * The inputs of a layer for a few samples, of each only the entries that are not zero.
 *
 * <p>The first layer's rows are the samples' own arrays; those of later layers hold what ReLU let through.
 */
final class SparseRows {
    private static final int[] NO_INDICES = {};
    private static final float[] NO_VALUES = {};

    int rows;
    /** {@code [rows][at least counts[r]]}, ascending. */
    int[][] indices = {};
    /** {@code [rows][at least counts[r]]}. */
    float[][] values = {};
    /** {@code [rows]}: how many entries of each row are in use. */
    int[] counts = {};

    /** Makes room for rows, each of at most {@code width} entries; a width of 0 leaves rows to {@link #refer}. */
    void resize(int rows, int width) {
        int before = counts.length;
        if (rows > before) {
            indices = Arrays.copyOf(indices, rows);
            values = Arrays.copyOf(values, rows);
            counts = Arrays.copyOf(counts, rows);
            for (int r = before; r < rows; r++) {
                indices[r] = width == 0 ? NO_INDICES : new int[width];
                values[r] = width == 0 ? NO_VALUES : new float[width];
            }
        }
        this.rows = rows;
    }

    /** Makes a row the entries of a vector, without a copy. */
    void refer(int row, FeatureVector vector) {
        indices[row] = vector.indices();
        values[row] = vector.values();
        counts[row] = vector.nonZeroCount();
    }

    /** Fills a row with the positive entries of {@code dense}: the rectifier (ReLU). A NaN stays, lest it be hidden. */
    void rectify(int row, float[] dense, int width) {
        int[] index = indices[row];
        float[] value = values[row];
        int count = 0;
        for (int j = 0; j < width; j++) {
            float x = dense[j];
            // Written always and kept only when positive: a branch here would be mispredicted half of the time.
            index[count] = j;
            value[count] = x;
            count += x <= 0 ? 0 : 1;
        }
        counts[row] = count;
    }

    /** Fills a row with all entries of {@code dense}, zeros included. */
    void setAll(int row, float[] dense) {
        int[] index = indices[row];
        for (int j = 0; j < dense.length; j++) {
            index[j] = j;
        }
        System.arraycopy(dense, 0, values[row], 0, dense.length);
        counts[row] = dense.length;
    }

    /** Fills a row with the entries of {@code dense} at the places that the same row of {@code pattern} has. */
    void select(int row, float[] dense, SparseRows pattern) {
        int[] index = pattern.indices[row];
        float[] value = values[row];
        int count = pattern.counts[row];
        for (int k = 0; k < count; k++) {
            value[k] = dense[index[k]];
        }
        System.arraycopy(index, 0, indices[row], 0, count);
        counts[row] = count;
    }

    /** Writes a row with its zeros. */
    void copyTo(int row, float[] dense) {
        Arrays.fill(dense, 0f);
        int[] index = indices[row];
        float[] value = values[row];
        for (int k = 0; k < counts[row]; k++) {
            dense[index[k]] = value[k];
        }
    }

    /** Sets terms to the entries of a row. */
    void terms(int row, Kernel.Terms into) {
        into.set(indices[row], values[row], 0, counts[row]);
    }
}
