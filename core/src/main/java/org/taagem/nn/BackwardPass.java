package org.taagem.nn;

import java.util.Arrays;

import org.taagem.data.Batch;

/** The errors of a few samples on their way back through an {@link Mlp}; refilled rather than made anew. */
final class BackwardPass {
    private final Mlp network;
    private final ForwardPass forward;
    /** {@code [layers]}: of each sample, the derivatives of the mean loss by what the layer puts out. */
    final Rows[] errors;

    BackwardPass(Mlp network, ForwardPass forward) {
        this.network = network;
        this.forward = forward;
        errors = new Rows[network.layers.length];
        Arrays.setAll(errors, l -> new Rows(network.kernel.layout(), 0, network.layers[l].outputs));
    }

    /** Computes the errors of all layers after the forward pass of the same batch; returns the mean loss. */
    double run(Batch batch) {
        for (Rows ofLayer : errors) {
            ofLayer.resize(batch.size());
        }
        double loss = ofLogits(batch);
        for (int l = errors.length - 1; l > 0; l--) {
            passBack(l);
        }
        return loss;
    }

    private double ofLogits(Batch batch) {
        Rows last = errors[errors.length - 1];
        last.copyAll(0, forward.logits());
        double weight = 1.0 / batch.size();
        double loss = 0;
        for (int r = 0; r < batch.size(); r++) {
            loss += SoftmaxCrossEntropy.gradient(last, r, batch.get(r).label(), weight);
        }
        return loss / batch.size();
    }

    /** Takes the errors from behind a layer to before it: {@code d W'}, where the rectifier was open. */
    private void passBack(int l) {
        Rows before = errors[l - 1];
        before.fill(0);
        network.kernel.addProduct(errors[l], network.layers[l].transposed, before);
        before.clearWhereZero(forward.outputs[l - 1]);
    }
}
