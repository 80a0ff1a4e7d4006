package org.taagem.nn;

import java.util.random.RandomGenerator;

/**
 * A fully connected layer: {@code y = x W + b}.
 *
 * <p>Weights are kept in separate rows, one per input, so that a kernel can skip inputs that are zero. A layer that
 * passes errors back also keeps them transposed, one row per output, for the same reason.
 */
final class DenseLayer {
    final int inputs;
    final int outputs;
    /** {@code [inputs][outputs]}. */
    final Rows weights;
    /** {@code [1][outputs]}. */
    final Rows bias;
    /** {@code [outputs][inputs]}, or empty unless {@link #keepTransposed} was called. */
    final Rows transposed;

    DenseLayer(int inputs, int outputs, Rows.Layout layout) {
        this.inputs = inputs;
        this.outputs = outputs;
        weights = new Rows(layout, inputs, outputs);
        bias = new Rows(layout, 1, outputs);
        transposed = new Rows(layout, 0, inputs);
    }

    /** Keeps the weights transposed as well, from now on. */
    DenseLayer keepTransposed() {
        transposed.resize(outputs);
        transpose();
        return this;
    }

    int parameterCount() {
        return inputs * outputs + outputs;
    }

    /** Draws weights and biases evenly from ±1/sqrt(inputs), the default of PyTorch's Linear layer. */
    void initialize(RandomGenerator random) {
        float bound = (float) (1 / Math.sqrt(inputs));
        draw(weights, bound, random);
        draw(bias, bound, random);
        transpose();
    }

    private static void draw(Rows rows, float bound, RandomGenerator random) {
        for (int i = 0; i < rows.count(); i++) {
            for (int j = 0; j < rows.width(); j++) {
                rows.set(i, j, (2 * random.nextFloat() - 1) * bound);
            }
        }
    }

    /** Adds to weights and bias those of another layer times a scale; the transposed weights stay as they are. */
    void add(float scale, DenseLayer other) {
        weights.add(scale, other.weights);
        bias.add(scale, other.bias);
    }

    /** Moves weights and biases a share of the way to those of another layer. */
    void approach(DenseLayer other, float share) {
        Elementwise.approach(weights, other.weights, share);
        Elementwise.approach(bias, other.bias, share);
        transpose();
    }

    /** Pulls weights and biases towards those of another layer, each with a spring of its own ({@link Elementwise#pull}). */
    void pull(DenseLayer target, DenseLayer stiffness, float strength) {
        Elementwise.pull(weights, target.weights, stiffness.weights, strength);
        Elementwise.pull(bias, target.bias, stiffness.bias, strength);
        transpose();
    }

    /** Multiplies weights and biases; the transposed weights stay as they are. */
    void scale(float factor) {
        Elementwise.scale(weights, factor);
        Elementwise.scale(bias, factor);
    }

    /** Adds what stands in a vector, in the order of {@link #copyTo}, times a scale; returns the index after the last. */
    int add(float scale, float[] direction, int offset) {
        int next = offset;
        for (int i = 0; i < inputs; i++) {
            next = weights.add(i, scale, direction, next);
        }
        next = bias.add(0, scale, direction, next);
        transpose();
        return next;
    }

    /** Copies the weights, row by row, and then the bias; returns the index after the last. */
    int copyTo(float[] parameters, int offset) {
        return bias.copyTo(0, parameters, weights.copyTo(parameters, offset));
    }

    /** The reverse of {@link #copyTo}. */
    int copyFrom(float[] parameters, int offset) {
        int next = bias.copyFrom(0, parameters, weights.copyFrom(parameters, offset));
        transpose();
        return next;
    }

    /** Brings the transposed weights up to date, if there are any. */
    void transpose() {
        if (transposed.count() > 0) {
            Transposition.set(transposed, weights);
        }
    }
}
