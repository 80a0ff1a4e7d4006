package org.taagem.nn;

import java.util.Arrays;

/**
 * The gradient of an {@link Mlp} as one matrix per layer.
 *
 * <p>For a gradient of many samples, the matrices cost less than the products of all pairs of its factors.
 */
final class FormedGradient {
    /** {@code [layers]}: the derivatives by weights and biases. */
    final DenseLayer[] layers;

    /** {@code [outputs of the widest layer]}: a row of either gradient, and the sums over all rows. */
    private final float[] left;

    private final float[] right;
    private final float[] columnSums;

    FormedGradient(Mlp network) {
        layers = new DenseLayer[network.layers.length];
        Arrays.setAll(
                layers,
                l -> new DenseLayer(network.layers[l].inputs, network.layers[l].outputs, network.kernel.layout()));
        int widest =
                Arrays.stream(layers).mapToInt(layer -> layer.outputs).max().orElseThrow();
        left = new float[widest];
        right = new float[widest];
        columnSums = new float[widest];
    }

    void setToZero() {
        for (DenseLayer layer : layers) {
            layer.weights.fill(0f);
            layer.bias.fill(0f);
        }
    }

    /** Copies all layers to an array in the order of {@link Network#parameters()}. */
    void copyTo(float[] parameters) {
        int next = 0;
        for (DenseLayer layer : layers) {
            next = layer.copyTo(parameters, next);
        }
    }

    double dot(FormedGradient other) {
        double sum = 0;
        for (int l = 0; l < layers.length; l++) {
            sum += dot(layers[l].weights, other.layers[l].weights);
            sum += dot(layers[l].bias, other.layers[l].bias);
        }
        return sum;
    }

    /** Sums the products of equal elements, first over each column and then over the columns. */
    private double dot(Rows a, Rows b) {
        int width = a.width();
        Arrays.fill(columnSums, 0, width, 0);
        for (int i = 0; i < a.count(); i++) {
            a.copyTo(i, left, 0);
            b.copyTo(i, right, 0);
            // one index for all arrays, so that the loop vectorises
            for (int j = 0; j < width; j++) {
                columnSums[j] = Math.fma(left[j], right[j], columnSums[j]);
            }
        }
        double sum = 0;
        for (int j = 0; j < width; j++) {
            sum += columnSums[j];
        }
        return sum;
    }
}
