package org.taagem.nn;

/**
 * The one operation that all of training is made of: adding multiples of rows to a row.
 *
 * <p>Passing a sample forward adds rows of the weights to its activations; passing an error back adds rows of the
 * transposed weights; learning adds rows of errors to rows of the weights. Every implementation must add the rows one
 * after the other, in the order given, each with a fused multiply-add, so that all of them give the same bits.
 */
interface Kernel {
    /**
     * Adds multiples of rows to a target: {@code target[j] += sum over k of values[k] * rows[indices[k]][j]}.
     *
     * @param target {@code [at least width]}, changed
     * @param width how many elements of every row take part
     * @param rows {@code [any][at least width]}
     * @param terms which rows, in which order, times what
     */
    void addRows(float[] target, int width, float[][] rows, Terms terms);

    /**
     * Some terms of a sum of rows; refilled rather than made anew.
     *
     * <p>The terms in use are {@code from..to-1}.
     */
    final class Terms {
        int[] indices = new int[0];
        float[] values = new float[0];
        int from;
        int to;

        void set(int[] indices, float[] values, int from, int to) {
            this.indices = indices;
            this.values = values;
            this.from = from;
            this.to = to;
        }
    }
}
