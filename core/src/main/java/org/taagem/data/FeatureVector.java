package org.taagem.data;

import java.util.Arrays;

/**
 * The input of one sample: a vector of floats of which only the non-zero entries are kept.
 *
 * <p>Image data is mostly background (81 % of MNIST's pixels are zero), so the kernels of the training step walk over
 * the entries that are there and skip the rest. A vector never changes after it is made and may be shared freely, by a
 * data set, a batch and a memory at once.
 */
public final class FeatureVector {
    private final int length;
    private final int[] indices;
    private final float[] values;

    private FeatureVector(int length, int[] indices, float[] values) {
        this.length = length;
        this.indices = indices;
        this.values = values;
    }

    /**
     * Makes a vector from all its values; the array is copied.
     *
     * @param dense the values, zeros included
     * @return the vector
     * @throws IllegalArgumentException if a value is infinite or not a number
     */
    public static FeatureVector of(float... dense) {
        int count = 0;
        for (int i = 0; i < dense.length; i++) {
            if (!Float.isFinite(dense[i])) {
                throw new IllegalArgumentException("feature " + i + " is " + dense[i] + "; expected a finite number");
            }
            if (dense[i] != 0) {
                count++;
            }
        }
        int[] indices = new int[count];
        float[] values = new float[count];
        int next = 0;
        for (int i = 0; i < dense.length; i++) {
            if (dense[i] != 0) {
                indices[next] = i;
                values[next++] = dense[i];
            }
        }
        return new FeatureVector(dense.length, indices, values);
    }

    /**
     * Makes a vector from its non-zero entries, for readers of what {@link #indices} and {@link #values} gave.
     *
     * @param length number of features, zeros included
     * @param indices where the entries stand, strictly ascending, each in 0..length-1; not to be changed any more
     * @param values the entries, finite and not zero; not to be changed any more
     * @return the vector, which shares the arrays
     * @throws IllegalArgumentException if they are not as said
     */
    public static FeatureVector ofNonZero(int length, int[] indices, float[] values) {
        if (!isSparse(length, indices, values)) {
            throw new IllegalArgumentException(indices.length + " indices and " + values.length
                    + " values are not the non-zero entries of a vector of " + length
                    + "; expected ascending indices below that, and as many finite values other than 0");
        }
        return new FeatureVector(length, indices, values);
    }

    /**
     * Says whether arrays are the non-zero entries of a vector.
     *
     * @param length number of features, zeros included
     * @param indices where the entries stand
     * @param values the entries
     * @return whether {@link #ofNonZero} takes them
     */
    public static boolean isSparse(int length, int[] indices, float[] values) {
        int last = -1;
        for (int k = 0; k < indices.length; k++) {
            if (k >= values.length || indices[k] <= last || !Float.isFinite(values[k]) || values[k] == 0) {
                return false;
            }
            last = indices[k];
        }
        return last < length && values.length == indices.length;
    }

    /**
     * Makes the vector of an 8-bit image, with its pixels scaled from 0..255 to 0..1.
     *
     * @param bytes where the unsigned pixels stand
     * @param offset index of the first pixel
     * @param length number of pixels
     * @return the vector
     */
    public static FeatureVector ofPixels(byte[] bytes, int offset, int length) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[offset + i] != 0) {
                count++;
            }
        }
        int[] indices = new int[count];
        float[] values = new float[count];
        int next = 0;
        for (int i = 0; i < length; i++) {
            int pixel = Byte.toUnsignedInt(bytes[offset + i]);
            if (pixel != 0) {
                indices[next] = i;
                values[next++] = pixel / 255f;
            }
        }
        return new FeatureVector(length, indices, values);
    }

    /**
     * Returns an equal vector that keeps where its entries stand in another's array, if they stand at the same places. Of
     * many dense vectors, all but one then need half the memory.
     *
     * @param other a vector of any length
     * @return this vector, or its equal
     */
    public FeatureVector sharing(FeatureVector other) {
        return Arrays.equals(indices, other.indices) ? new FeatureVector(length, other.indices, values) : this;
    }

    /**
     * Returns the same features in another order.
     *
     * <p>What it takes grows with the non-zero entries, and hardly with the length: a permuted data set is made before
     * the first step of a run, and somebody waits for that.
     *
     * @param destinations {@code [length]}, each of 0..length-1 once: feature i moves to {@code destinations[i]}
     * @return the vector with its features moved
     * @throws IllegalArgumentException if there are more or fewer destinations than features, or two features meet
     */
    public FeatureVector permuted(int[] destinations) {
        if (destinations.length != length) {
            throw new IllegalArgumentException("there are " + destinations.length
                    + " destinations; expected one for each of " + length + " features");
        }
        long[] taken = new long[length / Long.SIZE + 1];
        for (int index : indices) {
            int to = destinations[index];
            taken[to / Long.SIZE] |= 1L << to; // shifts by the lowest six bits of the distance
        }
        int[] before = countBefore(taken);
        int[] movedIndices = new int[indices.length];
        float[] movedValues = new float[indices.length];
        for (int k = 0; k < indices.length; k++) {
            int to = destinations[indices[k]];
            int word = to / Long.SIZE;
            int place = before[word] + Long.bitCount(taken[word] & ((1L << to) - 1));
            movedIndices[place] = to;
            movedValues[place] = values[k];
        }
        return new FeatureVector(length, movedIndices, movedValues);
    }

    /** Returns {@code [words]}: how many bits are set in the words before each; all together must be the entries. */
    private int[] countBefore(long[] words) {
        int[] before = new int[words.length];
        int count = 0;
        for (int w = 0; w < words.length; w++) {
            before[w] = count;
            count += Long.bitCount(words[w]);
        }
        if (count != indices.length) {
            throw new IllegalArgumentException(
                    indices.length + " features move to " + count + " destinations; expected one for each");
        }
        return before;
    }

    /**
     * Returns the number of features, zeros included.
     *
     * @return the length of the vector
     */
    public int length() {
        return length;
    }

    /**
     * Returns the number of entries that are not zero.
     *
     * @return 0..{@link #length()}
     */
    public int nonZeroCount() {
        return indices.length;
    }

    /**
     * Returns where the non-zero entries stand, for kernels that would be slowed by a copy.
     *
     * @return {@code [nonZeroCount]}, strictly ascending, each in 0..length-1; shared, so it must not be changed
     */
    public int[] indices() {
        return indices;
    }

    /**
     * Returns the non-zero entries, for kernels that would be slowed by a copy.
     *
     * @return {@code [nonZeroCount]}, in the order of {@link #indices()}; shared, so it must not be changed
     */
    public float[] values() {
        return values;
    }

    /**
     * Writes all values, zeros included.
     *
     * @param dense {@code [length]}, overwritten
     */
    public void copyTo(float[] dense) {
        Arrays.fill(dense, 0, length, 0f);
        for (int k = 0; k < indices.length; k++) {
            dense[indices[k]] = values[k];
        }
    }

    /**
     * Returns all values, zeros included.
     *
     * @return {@code [length]}, a new array
     */
    public float[] toArray() {
        float[] dense = new float[length];
        copyTo(dense);
        return dense;
    }

    /**
     * Returns the sum of the squared values.
     *
     * @return the squared Euclidean norm, 0 or more
     */
    public double squaredNorm() {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureVector that
                && length == that.length
                && Arrays.equals(indices, that.indices)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * length + Arrays.hashCode(indices)) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "FeatureVector[length=" + length + ", nonZero=" + indices.length + "]";
    }
}
