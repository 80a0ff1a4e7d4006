package org.taagem.nn;

import java.util.Arrays;

import org.taagem.data.FeatureVector;

/** What a few samples turn into on their way through an {@link Mlp}; refilled rather than made anew. */
final class ForwardPass {
    private final Mlp network;
    /** {@code [layers]}: what comes into each layer. */
    final SparseRows[] inputs;
    /** {@code [rows][classes]}. */
    float[][] logits = {};

    int rows;
    private final float[] sums;
    private final Kernel.Terms terms = new Kernel.Terms();

    ForwardPass(Mlp network) {
        this.network = network;
        inputs = new SparseRows[network.layers.length];
        Arrays.setAll(inputs, l -> new SparseRows());
        sums = new float
                [Arrays.stream(network.layers)
                        .mapToInt(layer -> layer.outputs)
                        .max()
                        .orElseThrow()];
    }

    /** Makes room for samples; each then needs {@link #setInput}. */
    void begin(int rows) {
        this.rows = rows;
        for (int l = 0; l < inputs.length; l++) {
            inputs[l].resize(rows, l == 0 ? 0 : network.layers[l].inputs);
        }
        int before = logits.length;
        if (rows > before) {
            logits = Arrays.copyOf(logits, rows);
            for (int r = before; r < rows; r++) {
                logits[r] = new float[network.outputs()];
            }
        }
    }

    void setInput(int row, FeatureVector features) {
        if (features.length() != network.inputs()) {
            throw new IllegalArgumentException(
                    "input has " + features.length() + " features; this network takes " + network.inputs());
        }
        inputs[0].refer(row, features);
    }

    /** Computes the inputs of all later layers and the logits. */
    void run() {
        int last = inputs.length - 1;
        for (int l = 0; l < last; l++) {
            for (int r = 0; r < rows; r++) {
                propagate(l, r, sums);
                inputs[l + 1].rectify(r, sums, network.layers[l].outputs);
            }
        }
        for (int r = 0; r < rows; r++) {
            propagate(last, r, logits[r]);
        }
    }

    private void propagate(int l, int row, float[] into) {
        DenseLayer layer = network.layers[l];
        System.arraycopy(layer.bias, 0, into, 0, layer.outputs);
        inputs[l].terms(row, terms);
        network.kernel.addRows(into, layer.outputs, layer.weights, terms);
    }
}
