package org.taagem.nn;

import java.util.Arrays;
import java.util.List;

import org.taagem.data.Batch;

/**
 * The same network as {@link Mlp} by other means: dense, in double precision, a loop for every sum. Slow and plain, to
 * compare with.
 */
public final class ReferenceMlp {
    private final List<Integer> sizes;
    /** In the order of {@link Mlp#parameters()}. */
    public final double[] parameters;

    public ReferenceMlp(List<Integer> sizes, float[] parameters) {
        this.sizes = sizes;
        this.parameters = new double[parameters.length];
        Arrays.setAll(this.parameters, i -> parameters[i]);
    }

    /** The mean loss over a batch. */
    public double loss(Batch batch) {
        double sum = 0;
        for (int r = 0; r < batch.size(); r++) {
            double[][] activations = forward(batch.get(r).features().toArray());
            sum -= Math.log(softmax(activations[sizes.size() - 1])[batch.get(r).label()]);
        }
        return sum / batch.size();
    }

    /** The gradient of the mean loss, in the order of the parameters. */
    public double[] gradient(Batch batch) {
        double[] gradient = new double[parameters.length];
        for (int r = 0; r < batch.size(); r++) {
            double[][] activations = forward(batch.get(r).features().toArray());
            double[] error = softmax(activations[sizes.size() - 1]);
            error[batch.get(r).label()] -= 1;
            for (int l = sizes.size() - 2; l >= 0; l--) {
                error = backward(l, activations[l], error, gradient);
            }
        }
        return Arrays.stream(gradient).map(g -> g / batch.size()).toArray();
    }

    /** What comes into each layer, and the logits. */
    private double[][] forward(float[] features) {
        double[][] activations = new double[sizes.size()][];
        activations[0] = new double[features.length];
        Arrays.setAll(activations[0], i -> features[i]);
        for (int l = 0; l < sizes.size() - 1; l++) {
            boolean last = l == sizes.size() - 2;
            double[] sums = new double[sizes.get(l + 1)];
            for (int j = 0; j < sums.length; j++) {
                sums[j] = parameters[bias(l) + j];
                for (int i = 0; i < sizes.get(l); i++) {
                    sums[j] += activations[l][i] * parameters[weight(l, i, j)];
                }
                sums[j] = last ? sums[j] : Math.max(0, sums[j]);
            }
            activations[l + 1] = sums;
        }
        return activations;
    }

    /** Adds a layer's share to the gradient; returns the error before the layer. */
    private double[] backward(int l, double[] inputs, double[] error, double[] gradient) {
        double[] before = new double[inputs.length];
        for (int j = 0; j < error.length; j++) {
            gradient[bias(l) + j] += error[j];
            for (int i = 0; i < inputs.length; i++) {
                gradient[weight(l, i, j)] += inputs[i] * error[j];
                // an input of zero came from a closed rectifier (or is a feature, whose error nobody needs)
                before[i] += inputs[i] > 0 ? parameters[weight(l, i, j)] * error[j] : 0;
            }
        }
        return before;
    }

    private int weight(int l, int i, int j) {
        return start(l) + i * sizes.get(l + 1) + j;
    }

    private int bias(int l) {
        return start(l) + sizes.get(l) * sizes.get(l + 1);
    }

    private int start(int l) {
        int start = 0;
        for (int k = 0; k < l; k++) {
            start += (sizes.get(k) + 1) * sizes.get(k + 1);
        }
        return start;
    }

    private static double[] softmax(double[] logits) {
        double max = Arrays.stream(logits).max().orElseThrow();
        double[] exp = Arrays.stream(logits).map(z -> Math.exp(z - max)).toArray();
        double sum = Arrays.stream(exp).sum();
        return Arrays.stream(exp).map(e -> e / sum).toArray();
    }
}
