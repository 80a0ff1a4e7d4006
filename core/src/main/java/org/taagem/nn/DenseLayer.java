package org.taagem.nn;

import java.util.random.RandomGenerator;

/**
 * A fully connected layer: {@code y = x W + b}.
 *
 * <p>Weights are kept in separate rows, one per input, so that a kernel can skip inputs that are zero. A layer that
 * passes errors back also keeps them transposed, one row per output, for the same reason.
 */
final class DenseLayer {
    private static final int TILE = 16;

    final int inputs;
    final int outputs;
    /** {@code [inputs][outputs]}. */
    final float[][] weights;
    /** {@code [outputs]}. */
    final float[] bias;
    /** {@code [outputs][inputs]}, or empty if this is the first layer, which passes nothing back. */
    final float[][] transposed;

    DenseLayer(int inputs, int outputs, boolean first) {
        this.inputs = inputs;
        this.outputs = outputs;
        weights = new float[inputs][outputs];
        bias = new float[outputs];
        transposed = first ? new float[0][0] : new float[outputs][inputs];
    }

    int parameterCount() {
        return inputs * outputs + outputs;
    }

    /** Draws weights and biases evenly from ±1/sqrt(inputs), the default of PyTorch's Linear layer. */
    void initialize(RandomGenerator random) {
        float bound = (float) (1 / Math.sqrt(inputs));
        for (float[] row : weights) {
            draw(row, bound, random);
        }
        draw(bias, bound, random);
        transpose();
    }

    private static void draw(float[] values, float bound, RandomGenerator random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (2 * random.nextFloat() - 1) * bound;
        }
    }

    /** Copies the weights, row by row, and then the bias; returns the index after the last. */
    int copyTo(float[] parameters, int offset) {
        int next = offset;
        for (float[] row : weights) {
            System.arraycopy(row, 0, parameters, next, outputs);
            next += outputs;
        }
        System.arraycopy(bias, 0, parameters, next, outputs);
        return next + outputs;
    }

    /** The reverse of {@link #copyTo}. */
    int copyFrom(float[] parameters, int offset) {
        int next = offset;
        for (float[] row : weights) {
            System.arraycopy(parameters, next, row, 0, outputs);
            next += outputs;
        }
        System.arraycopy(parameters, next, bias, 0, outputs);
        transpose();
        return next + outputs;
    }

    /** Brings the transposed weights up to date, tile by tile so that both sides stay in the cache. */
    void transpose() {
        for (int top = 0; top < transposed.length; top += TILE) {
            for (int left = 0; left < inputs; left += TILE) {
                transposeTile(top, Math.min(top + TILE, outputs), left, Math.min(left + TILE, inputs));
            }
        }
    }

    private void transposeTile(int top, int bottom, int left, int right) {
        for (int j = top; j < bottom; j++) {
            float[] row = transposed[j];
            for (int i = left; i < right; i++) {
                row[i] = weights[i][j];
            }
        }
    }
}
