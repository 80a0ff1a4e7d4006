package org.taagem.nn;

import java.util.Arrays;

/**
 * The squared norm of a sum of factored gradients, each times a number: of all pairs of their samples, of whatever gradients, {@link
 * PairProducts} together. That is several times as fast as the inner products of the gradients one
 * after the other, which are narrow, and gives the same bits.
 */
final class SumNorm {
    private final Mlp network;
    private final PairProducts pairs;
    /** The inputs of all samples. */
    private final SparseRows inputs = new SparseRows();
    /** {@code [layers]}: of all samples, what comes out of each layer, and the errors. */
    private final Rows[] outputs;

    private final Rows[] errors;

    /** {@code [gradients + 1]}: which sample is the first of each. */
    private int[] firsts = {0};

    /** {@code [gradients][gradients]}. */
    private double[][] products = {};

    SumNorm(Mlp network) {
        this.network = network;
        pairs = new PairProducts(network);
        outputs = new Rows[network.layers.length];
        errors = new Rows[network.layers.length];
        Arrays.setAll(outputs, l -> rows(0, network.layers[l].outputs));
        Arrays.setAll(errors, l -> rows(0, network.layers[l].outputs));
    }

    private Rows rows(int count, int width) {
        return new Rows(network.kernel.layout(), count, width);
    }

    /**
     * Computes the squared norm.
     *
     * @param gradients as they were computed, whatever was added to them or they were multiplied by
     * @param factors what to multiply each by
     */
    double of(FactoredGradient[] gradients, double[] factors) {
        gather(gradients);
        for (double[] row : products) {
            Arrays.fill(row, 0);
        }
        for (int l = 0; l < network.layers.length; l++) {
            multiplyLayer(l);
            for (int a = 0; a < gradients.length; a++) {
                for (int b = 0; b < gradients.length; b++) {
                    products[a][b] += ofLayer(a, b);
                }
            }
        }
        double sum = 0;
        for (int a = 0; a < gradients.length; a++) {
            double ofA = 0;
            for (int b = 0; b < gradients.length; b++) {
                ofA += factors[b] * products[a][b];
            }
            sum += factors[a] * ofA;
        }
        return sum;
    }

    private void gather(FactoredGradient[] gradients) {
        if (products.length != gradients.length) {
            products = new double[gradients.length][gradients.length];
            firsts = new int[gradients.length + 1];
        }
        for (int g = 0; g < gradients.length; g++) {
            firsts[g + 1] = firsts[g] + gradients[g].forward.rows();
        }
        resize(firsts[gradients.length]);
        for (int g = 0; g < gradients.length; g++) {
            inputs.referAll(firsts[g], gradients[g].forward.inputs);
            for (int l = 0; l < errors.length; l++) {
                errors[l].copyAll(firsts[g], gradients[g].backward.errors[l]);
                outputs[l].copyAll(firsts[g], gradients[g].forward.outputs[l]);
            }
        }
    }

    private void resize(int samples) {
        pairs.resize(samples, samples);
        inputs.resize(samples);
        for (int l = 0; l < errors.length; l++) {
            errors[l].resize(samples);
            outputs[l].resize(samples);
        }
    }

    private void multiplyLayer(int l) {
        if (l == 0) {
            pairs.multiplyInputs(inputs, inputs);
        } else {
            pairs.multiplyOutputs(outputs[l - 1], outputs[l - 1]);
        }
        pairs.multiplyErrors(errors[l], errors[l]);
    }

    /** Sums up in the order of {@link InnerProduct#of}: over the samples of the larger gradient, and of each over those of the other. */
    private double ofLayer(int a, int b) {
        boolean inOrder = firsts[a + 1] - firsts[a] <= firsts[b + 1] - firsts[b];
        int smaller = inOrder ? a : b;
        int larger = inOrder ? b : a;
        Rows ofInputs = pairs.ofInputs();
        double sum = 0;
        for (int r = firsts[larger]; r < firsts[larger + 1]; r++) {
            float[] x = ofInputs.array(r);
            float[] y = pairs.ofErrors().array(r);
            int offset = ofInputs.offset(r);
            for (int j = offset + firsts[smaller]; j < offset + firsts[smaller + 1]; j++) {
                sum += (double) x[j] * y[j];
            }
        }
        return sum;
    }
}
