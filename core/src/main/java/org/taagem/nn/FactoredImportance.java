package org.taagem.nn;

import java.io.IOException;
import java.util.Arrays;

import org.taagem.data.Batch;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;

/**
 * How much each parameter of an {@link Mlp} matters.
 *
 * <p>The gradient of one sample is, layer by layer, an outer product {@code a d'} ({@link FactoredGradient}), so its squares are the outer
 * product of the squares of {@code a} and {@code d}. The sum of them over some samples costs no more than their gradient.
 */
final class FactoredImportance implements Importance {
    private final Mlp network;
    private final FactoredGradient gradient;
    /** What the gradient is the product of, squared. */
    private final FactoredGradient squares;

    /** {@code [layers]}: the average, in the form of weights and biases. */
    private final DenseLayer[] average;

    /** {@code [rows][features]}: the squares of inputs that are not zero. */
    private float[][] squaredInputs = {};

    FactoredImportance(Mlp network) {
        this.network = network;
        gradient = new FactoredGradient(network);
        squares = new FactoredGradient(network);
        average = new DenseLayer[network.layers.length];
        Arrays.setAll(
                average,
                l -> new DenseLayer(network.layers[l].inputs, network.layers[l].outputs, network.kernel.layout()));
    }

    @Override
    public void update(Batch batch, Loss loss, double decay) {
        gradient.compute(batch, loss);
        squares.forward.begin(batch.size());
        squareInputs();
        for (int l = 0; l < average.length; l++) {
            Elementwise.square(squares.forward.outputs[l], gradient.forward.outputs[l]);
            squares.backward.errors[l].resize(batch.size());
            Elementwise.square(squares.backward.errors[l], gradient.backward.errors[l]);
            average[l].scale((float) decay);
        }
        // the errors are those of a mean over n samples: each 1/n of its own, squared 1/n^2, of which a mean needs 1/n
        squares.addAsComputed(average, (1 - decay) * batch.size());
    }

    private void squareInputs() {
        SparseRows inputs = gradient.forward.inputs;
        makeRoom(inputs.rows);
        SparseRows squared = squares.forward.inputs;
        for (int r = 0; r < inputs.rows; r++) {
            for (int i = 0; i < inputs.counts[r]; i++) {
                squaredInputs[r][i] = inputs.values[r][i] * inputs.values[r][i];
            }
            squared.indices[r] = inputs.indices[r];
            squared.values[r] = squaredInputs[r];
            squared.counts[r] = inputs.counts[r];
        }
    }

    private void makeRoom(int rows) {
        int before = squaredInputs.length;
        if (rows > before) {
            squaredInputs = Arrays.copyOf(squaredInputs, rows);
            Arrays.setAll(squaredInputs, r -> r < before ? squaredInputs[r] : new float[network.inputs()]);
        }
    }

    @Override
    public void pull(Network target, double strength) {
        Mlp other = network.ofSameSize(target);
        for (int l = 0; l < average.length; l++) {
            network.layers[l].pull(other.layers[l], average[l], (float) strength);
        }
    }

    @Override
    public float[] toArray() {
        float[] values = new float[network.parameterCount()];
        int next = 0;
        for (DenseLayer layer : average) {
            next = layer.copyTo(values, next);
        }
        return values;
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeFloats("importance", toArray());
    }

    @Override
    public void restore(StateReader in) throws IOException {
        float[] values = new float[network.parameterCount()];
        in.readFloats("importance", values);
        int next = 0;
        for (DenseLayer layer : average) {
            next = layer.copyFrom(values, next);
        }
    }
}
