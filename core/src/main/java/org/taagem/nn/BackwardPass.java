package org.taagem.nn;

import java.util.Arrays;

import org.taagem.data.Batch;

/** The errors of a few samples on their way back through an {@link Mlp}; refilled rather than made anew. */
final class BackwardPass {
    private final Mlp network;
    private final ForwardPass forward;
    /** {@code [layers]}: of each sample, the derivatives of the mean loss by what the layer puts out. */
    final Rows[] errors;
    /** {@code [classes]}: of one sample. */
    private final float[] logits;

    BackwardPass(Mlp network, ForwardPass forward) {
        this.network = network;
        this.forward = forward;
        errors = new Rows[network.layers.length];
        Arrays.setAll(errors, l -> new Rows(network.kernel.layout(), 0, network.layers[l].outputs));
        logits = new float[network.outputs()];
    }

    /** Computes the errors of all layers after the forward pass of the same batch; returns the mean loss. */
    double run(Batch batch, Loss loss) {
        for (Rows ofLayer : errors) {
            ofLayer.resize(batch.size());
        }
        double mean = ofLogits(batch, loss);
        for (int l = errors.length - 1; l > 0; l--) {
            passBack(l);
        }
        return mean;
    }

    private double ofLogits(Batch batch, Loss loss) {
        Rows last = errors[errors.length - 1];
        last.copyAll(0, forward.logits());
        double weight = 1.0 / batch.size();
        double sum = 0;
        for (int r = 0; r < batch.size(); r++) {
            sum += loss == Loss.CROSS_ENTROPY
                    ? SoftmaxCrossEntropy.gradient(last, r, batch.get(r).label(), weight)
                    : ofLogits(batch, loss, last, r);
        }
        return sum / batch.size();
    }

    private double ofLogits(Batch batch, Loss loss, Rows last, int row) {
        last.copyTo(row, logits, 0);
        double ofSample = loss.differentiate(batch, row, logits);
        for (int j = 0; j < logits.length; j++) {
            last.set(row, j, logits[j] / last.count());
        }
        return ofSample;
    }

    /** Takes the errors from behind a layer to before it: {@code d W'}, where the rectifier was open. */
    private void passBack(int l) {
        Rows before = errors[l - 1];
        before.fill(0);
        network.kernel.addProduct(errors[l], network.layers[l].transposed, before);
        Rectifier.passBack(before, forward.outputs[l - 1]);
    }
}
