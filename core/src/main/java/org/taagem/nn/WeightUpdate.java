package org.taagem.nn;

import java.util.Arrays;

/**
 * Adds a sum of factored gradients, each times a number, to the weights and the bias of a layer.
 *
 * <p>A row of weights belongs to one input; what it gains is a sum of the error rows of the samples, each times the
 * sample's input there. So the inputs are read by columns; the sparse ones of the first layer are sorted for it.
 */
final class WeightUpdate {
    /** From so many samples on, the transposed weights are copied from the weights rather than updated like them. */
    private static final int MANY_SAMPLES = 32;

    private final Kernel kernel;
    private final SparseColumns columns = new SparseColumns();
    private final Terms terms = new Terms();
    /** {@code [layers]}: of all samples, the errors, and the outputs times their gradient's scale. */
    private final Rows[] errors;

    private final Rows[] scaledOutputs;

    /** The gradients of the sum: the first {@code count} of each. */
    private FactoredGradient[] gradients = {};

    private float[] scales = {};
    private int count;
    private int samples;

    /** {@code [1][samples]}: the scale of each sample's gradient. */
    private Rows scaleOfSample = new Rows(Rows.Layout.CONTIGUOUS, 1, 0);

    WeightUpdate(Mlp network) {
        kernel = network.kernel;
        errors = new Rows[network.layers.length];
        Arrays.setAll(errors, l -> new Rows(kernel.layout(), 0, network.layers[l].outputs));
        scaledOutputs = new Rows[network.layers.length];
        Arrays.setAll(scaledOutputs, l -> new Rows(kernel.layout(), 0, network.layers[l].outputs));
    }

    void clear() {
        count = 0;
        samples = 0;
    }

    void add(double scale, FactoredGradient gradient) {
        if (count == scales.length) {
            gradients = Arrays.copyOf(gradients, count + 1);
            scales = Arrays.copyOf(scales, count + 1);
        }
        gradients[count] = gradient;
        scales[count++] = (float) scale;
        samples += gradient.forward.rows();
    }

    /** Readies what all layers need, after all gradients have been added. */
    void gather() {
        if (samples > scaleOfSample.width()) {
            scaleOfSample = new Rows(kernel.layout(), 1, samples);
        }
        for (int l = 0; l < errors.length; l++) {
            errors[l].resize(samples);
            scaledOutputs[l].resize(samples);
        }
        int first = 0;
        for (int g = 0; g < count; g++) {
            copy(gradients[g], scales[g], first);
            first += gradients[g].forward.rows();
        }
    }

    private void copy(FactoredGradient gradient, float scale, int first) {
        for (int r = first; r < first + gradient.forward.rows(); r++) {
            scaleOfSample.set(0, r, scale);
        }
        for (int l = 0; l < errors.length; l++) {
            errors[l].copyAll(first, gradient.backward.errors[l]);
            if (l + 1 < errors.length) {
                scaledOutputs[l].copyScaled(first, gradient.forward.outputs[l], scale);
            }
        }
    }

    /** Updates {@code weights [inputs][outputs]} and {@code bias [outputs]}; the transposed weights stay as they are. */
    void apply(int l, DenseLayer layer) {
        if (l == 0) {
            sortInputs(layer.inputs);
            kernel.addProduct(terms, errors[l], layer.weights);
        } else {
            kernel.addTransposedProduct(scaledOutputs[l - 1], errors[l], layer.weights);
        }
        kernel.addProduct(scaleOfSample, errors[l], layer.bias);
    }

    private void sortInputs(int inputs) {
        columns.begin(inputs);
        for (int g = 0; g < count; g++) {
            columns.count(gradients[g].forward.inputs);
        }
        int first = 0;
        for (int g = 0; g < count; g++) {
            columns.place(gradients[g].forward.inputs, first, scales[g]);
            first += gradients[g].forward.rows();
        }
        columns.terms(terms);
    }

    /**
     * Brings the transposed weights of a layer other than the first up to date.
     *
     * <p>For few samples, they gain what the weights have gained: each element the same products in the same order, so
     * that the two stay equal to the bit.
     *
     * @param isAll whether the weights have gained nothing but this sum
     */
    void transpose(int l, DenseLayer layer, boolean isAll) {
        if (isAll && samples < MANY_SAMPLES) {
            kernel.addTransposedProduct(errors[l], scaledOutputs[l - 1], layer.transposed);
        } else {
            layer.transpose();
        }
    }
}
