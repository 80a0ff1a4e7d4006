package org.taagem.nn;

import java.util.Arrays;

/**
 * Dense rows of floats, all of one width, stored as a {@link Kernel} wants them: each in an array of its own, or one
 * after the other in one array.
 *
 * <p>Every row has room for a width that is rounded up to {@link #LANES}; beyond its width it is zero.
 */
public final class Rows {
    /** Rows are as long as a whole number of vectors of 512 bits. */
    public static final int LANES = 16;

    /**
     * Index of the first element of an array that is used.
     *
     * <p>An array begins with a header of 16 bytes. Where the JVM aligns objects to 64 bytes ({@code
     * -XX:ObjectAlignmentInBytes=64}), this element is the first of a cache line, and no vector spans two lines.
     */
    public static final int FIRST = 12;

    /** The longest array that every JVM can make. */
    private static final long MOST_ELEMENTS = Integer.MAX_VALUE - 8;

    /** Where rows are stored. */
    public enum Layout {
        /** Each in an array of its own. */
        SEPARATE,
        /** One after the other in one array. */
        CONTIGUOUS
    }

    private final Layout layout;
    private final int width;
    private final int step;
    private int count;
    /** {@code [at least count]}: the array of each row; all the same one if they are contiguous. */
    private float[][] arrays = {};

    /**
     * Makes rows of zeros.
     *
     * @param layout where they are stored
     * @param count how many, 0 or more
     * @param width how many elements each has, 0 or more
     */
    public Rows(Layout layout, int count, int width) {
        this.layout = layout;
        this.width = width;
        step = layout == Layout.CONTIGUOUS ? paddedWidth() : 0;
        resize(count);
    }

    /**
     * Says whether rows can be stored at all: an array has no more elements than an int can count.
     *
     * @param layout where they are stored
     * @param count how many, 0 or more
     * @param width how many elements each has, 0 or more
     * @return whether {@link #Rows(Layout, int, int)} can make them, given the memory
     */
    public static boolean fit(Layout layout, int count, int width) {
        long longest = layout == Layout.CONTIGUOUS ? Math.max(count, 1) : 1;
        return FIRST + longest * ((width + LANES - 1L) / LANES * LANES) <= MOST_ELEMENTS;
    }

    private int paddedWidth() {
        return (width + LANES - 1) / LANES * LANES;
    }

    /** Changes how many rows are in use. What they hold is undefined if there have never been as many. */
    void resize(int count) {
        int before = arrays.length;
        this.count = count;
        if (count <= before) {
            return;
        }
        if (!fit(layout, count, width)) {
            throw new IllegalArgumentException(
                    count + " rows of " + width + " numbers do not fit into one array; take the plain kernel");
        }
        arrays = Arrays.copyOf(arrays, count);
        if (layout == Layout.CONTIGUOUS) {
            Arrays.fill(arrays, new float[FIRST + count * step]);
        } else {
            Arrays.setAll(arrays, r -> r < before ? arrays[r] : new float[FIRST + paddedWidth()]);
        }
    }

    /**
     * Returns the number of rows.
     *
     * @return 0 or more
     */
    public int count() {
        return count;
    }

    /**
     * Returns the number of elements of a row.
     *
     * @return 0 or more
     */
    public int width() {
        return width;
    }

    /**
     * Returns the array that a row is stored in.
     *
     * @param row 0..count-1
     * @return the array itself; if the rows are contiguous, it is the same for all
     */
    public float[] array(int row) {
        return arrays[row];
    }

    /**
     * Returns where in its array a row begins.
     *
     * @param row 0..count-1
     * @return the index of its first element
     */
    public int offset(int row) {
        return FIRST + row * step;
    }

    /**
     * Returns how far the beginnings of two successive rows are apart.
     *
     * @return the width rounded up to {@link #LANES} if the rows are contiguous, else 0
     */
    public int step() {
        return step;
    }

    float get(int row, int column) {
        return arrays[row][offset(row) + column];
    }

    void set(int row, int column, float value) {
        arrays[row][offset(row) + column] = value;
    }

    void fill(float value) {
        for (int r = 0; r < count; r++) {
            fill(r, value);
        }
    }

    void fill(int row, float value) {
        Arrays.fill(arrays[row], offset(row), offset(row) + width, value);
    }

    /** Sets a row to a row of others of the same width. */
    void copy(int row, Rows others, int from) {
        System.arraycopy(others.arrays[from], others.offset(from), arrays[row], offset(row), width);
    }

    /** Sets the rows from {@code first} on to all of others of the same width. */
    void copyAll(int first, Rows others) {
        for (int r = 0; r < others.count; r++) {
            copy(first + r, others, r);
        }
    }

    /** Sets the rows from {@code first} on to all of others of the same width, times a scale. */
    void copyScaled(int first, Rows others, float scale) {
        for (int r = 0; r < others.count; r++) {
            copy(first + r, others, r);
            float[] array = arrays[first + r];
            int from = offset(first + r);
            for (int j = from; j < from + width; j++) {
                array[j] *= scale;
            }
        }
    }

    /** Adds others, as many and as wide and stored alike, times a scale. */
    void add(float scale, Rows others) {
        for (int r = 0; r < count; r++) {
            float[] x = others.arrays[r];
            float[] y = arrays[r];
            int from = offset(r);
            for (int j = from; j < from + width; j++) {
                y[j] = Math.fma(scale, x[j], y[j]);
            }
        }
    }

    /** Adds to a row what stands one after the other, times a scale; returns the index after the last. */
    int add(int row, float scale, float[] flat, int at) {
        float[] array = arrays[row];
        int from = offset(row);
        for (int j = 0; j < width; j++) {
            array[from + j] = Math.fma(scale, flat[at + j], array[from + j]);
        }
        return at + width;
    }

    /** Adds to a row a row of others of the same width, times a scale. */
    void add(int row, float scale, Rows others, int from) {
        float[] x = others.arrays[from];
        float[] y = arrays[row];
        int ofX = others.offset(from);
        int ofY = offset(row);
        for (int j = 0; j < width; j++) {
            y[ofY + j] = Math.fma(scale, x[ofX + j], y[ofY + j]);
        }
    }

    /** Returns all rows, one after the other. */
    float[] toArray() {
        float[] flat = new float[count * width];
        copyTo(flat, 0);
        return flat;
    }

    /** The reverse of {@link #toArray}. */
    void setAll(float[] flat) {
        copyFrom(flat, 0);
    }

    /** Sets every row to the only row of another. */
    void copyToAll(Rows one) {
        for (int r = 0; r < count; r++) {
            copy(r, one, 0);
        }
    }

    /** Returns the sum of the products of equal elements in the first columns. */
    double dot(Rows others, int columns) {
        double sum = 0;
        for (int r = 0; r < count; r++) {
            float[] x = arrays[r];
            float[] y = others.arrays[r];
            int from = offset(r);
            for (int j = from; j < from + columns; j++) {
                sum += (double) x[j] * y[j];
            }
        }
        return sum;
    }

    /** Returns the sum of the products of equal elements in the first columns of one row. */
    double dot(int row, Rows others, int columns) {
        float[] x = arrays[row];
        float[] y = others.arrays[row];
        int from = offset(row);
        double sum = 0;
        for (int j = from; j < from + columns; j++) {
            sum += (double) x[j] * y[j];
        }
        return sum;
    }

    boolean hasSameBits(Rows others) {
        for (int r = 0; r < count; r++) {
            int from = offset(r);
            int fromOther = others.offset(r);
            if (!Arrays.equals(arrays[r], from, from + width, others.arrays[r], fromOther, fromOther + width)) {
                return false;
            }
        }
        return true;
    }

    /** Copies all rows out to where their elements stand one after the other; returns the index after the last. */
    int copyTo(float[] flat, int at) {
        int next = at;
        for (int r = 0; r < count; r++) {
            next = copyTo(r, flat, next);
        }
        return next;
    }

    /** The reverse of {@link #copyTo(float[], int)}. */
    int copyFrom(float[] flat, int at) {
        int next = at;
        for (int r = 0; r < count; r++) {
            next = copyFrom(r, flat, next);
        }
        return next;
    }

    /** Copies a row out to where its elements stand one after the other; returns the index after the last. */
    int copyTo(int row, float[] flat, int at) {
        System.arraycopy(arrays[row], offset(row), flat, at, width);
        return at + width;
    }

    /** The reverse of {@link #copyTo}. */
    int copyFrom(int row, float[] flat, int at) {
        System.arraycopy(flat, at, arrays[row], offset(row), width);
        return at + width;
    }
}
