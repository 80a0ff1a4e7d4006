package org.taagem.nn;

import java.util.Arrays;

import org.taagem.data.Batch;

/** The errors of a few samples on their way back through an {@link Mlp}; refilled rather than made anew. */
final class BackwardPass {
    private final Mlp network;
    private final ForwardPass forward;
    /** {@code [layers][rows][outputs of the layer]}: derivative of the mean loss by what the layer puts out. */
    final float[][][] errors;
    /** {@code [layers]}: the same, of each row only the entries that the rectifier left open. */
    final SparseRows[] openErrors;

    private final float[] sums;
    private final Kernel.Terms terms = new Kernel.Terms();

    BackwardPass(Mlp network, ForwardPass forward) {
        this.network = network;
        this.forward = forward;
        errors = new float[network.layers.length][0][];
        openErrors = new SparseRows[network.layers.length];
        Arrays.setAll(openErrors, l -> new SparseRows());
        sums = new float
                [Arrays.stream(network.layers)
                        .mapToInt(layer -> layer.inputs)
                        .max()
                        .orElseThrow()];
    }

    /** Computes the errors of all layers after the forward pass of the same batch; returns the mean loss. */
    double run(Batch batch) {
        resize(batch.size());
        int last = errors.length - 1;
        double weight = 1.0 / batch.size();
        double loss = 0;
        for (int r = 0; r < batch.size(); r++) {
            float[] error = errors[last][r];
            System.arraycopy(forward.logits[r], 0, error, 0, error.length);
            loss += SoftmaxCrossEntropy.gradient(
                    error, error.length, batch.get(r).label(), weight);
            openErrors[last].setAll(r, error);
        }
        for (int l = last; l > 0; l--) {
            for (int r = 0; r < batch.size(); r++) {
                passBack(l, r);
            }
        }
        return loss / batch.size();
    }

    private void resize(int rows) {
        for (int l = 0; l < errors.length; l++) {
            int outputs = network.layers[l].outputs;
            openErrors[l].resize(rows, outputs);
            int before = errors[l].length;
            if (rows > before) {
                errors[l] = Arrays.copyOf(errors[l], rows);
                for (int r = before; r < rows; r++) {
                    errors[l][r] = new float[outputs];
                }
            }
        }
    }

    /** Takes an error from behind a layer to before it: {@code d W'}, where the rectifier was open. */
    private void passBack(int l, int row) {
        DenseLayer layer = network.layers[l];
        Arrays.fill(sums, 0, layer.inputs, 0f);
        openErrors[l].terms(row, terms);
        network.kernel.addRows(sums, layer.inputs, layer.transposed, terms);
        openErrors[l - 1].select(row, sums, forward.inputs[l]);
        openErrors[l - 1].copyTo(row, errors[l - 1][row]);
    }
}
