package org.taagem.nn;

import java.util.Arrays;

import org.taagem.data.FeatureVector;

/** What a few samples turn into on their way through an {@link Mlp}; refilled rather than made anew. */
final class ForwardPass {
    private final Mlp network;
    final SparseRows inputs = new SparseRows();
    /** {@code [layers]}: what each layer puts out, after the rectifier; the last one's are the logits. */
    final Rows[] outputs;

    private final Terms terms = new Terms();

    ForwardPass(Mlp network) {
        this.network = network;
        outputs = new Rows[network.layers.length];
        Arrays.setAll(outputs, l -> new Rows(network.kernel.layout(), 0, network.layers[l].outputs));
    }

    int rows() {
        return inputs.rows;
    }

    /** Makes room for samples; each then needs {@link #setInput}. */
    void begin(int rows) {
        inputs.resize(rows);
        for (Rows output : outputs) {
            output.resize(rows);
        }
    }

    void setInput(int row, FeatureVector features) {
        if (features.length() != network.inputs()) {
            throw new IllegalArgumentException(
                    "input has " + features.length() + " features; this network takes " + network.inputs());
        }
        inputs.refer(row, features);
    }

    /** Computes the outputs of all layers. */
    void run() {
        for (int l = 0; l < outputs.length; l++) {
            DenseLayer layer = network.layers[l];
            outputs[l].copyToAll(layer.bias);
            if (l == 0) {
                inputs.terms(terms);
                network.kernel.addProduct(terms, layer.weights, outputs[l]);
            } else {
                network.kernel.addProduct(outputs[l - 1], layer.weights, outputs[l]);
            }
            if (l + 1 < outputs.length) {
                Rectifier.apply(outputs[l]);
            }
        }
    }

    Rows logits() {
        return outputs[outputs.length - 1];
    }
}
