package org.taagem.nn;

import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.random.NormalRandom;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;

/**
 * What is believed of the parameters of an {@link Mlp}.
 *
 * <p>A step is limited by what has to pass the caches, seven numbers for each parameter. So all is done row by row, a row being the weights of
 * one input, and inputs that are zero throughout the batch are left out.
 */
final class FactoredPosterior implements Posterior {
    private final Mlp network;
    private final RandomGenerator random;
    private final NormalRandom normal;
    private final FactoredGradient factors;
    /** {@code [layers]}: a gradient; zero but while it is taken in. */
    private final DenseLayer[] gradient;
    /** {@code [layers]}. */
    private final UncertainRows[] weights;

    private final UncertainRows[] biases;
    /** {@code [inputs]}: whether an input was not zero in what is collected. */
    private final boolean[] isTouched;

    /**
     * Begins with the network's parameters as means.
     *
     * @param network of what
     * @param spread of every parameter, more than 0
     * @param random the source of chance, which is part of the state
     */
    FactoredPosterior(Mlp network, double spread, RandomGenerator random) {
        this.network = network;
        this.random = random;
        normal = new NormalRandom(random);
        factors = new FactoredGradient(network);
        Rows.Layout layout = network.kernel.layout();
        gradient = new DenseLayer[network.layers.length];
        weights = new UncertainRows[gradient.length];
        biases = new UncertainRows[gradient.length];
        for (int l = 0; l < gradient.length; l++) {
            DenseLayer layer = network.layers[l];
            gradient[l] = new DenseLayer(layer.inputs, layer.outputs, layout);
            weights[l] = new UncertainRows(layer.weights, gradient[l].weights, (float) spread, layout);
            biases[l] = new UncertainRows(layer.bias, gradient[l].bias, (float) spread, layout);
        }
        isTouched = new boolean[network.inputs()];
    }

    @Override
    public void collect(Batch batch) {
        touch(batch);
        for (int l = 0; l < weights.length; l++) {
            for (int i = 0; i < network.layers[l].inputs; i++) {
                if (isInUse(l, i)) {
                    weights[l].draw(i, normal);
                }
            }
            biases[l].draw(0, normal);
            network.layers[l].transpose();
        }
        factors.compute(batch);
        factors.addAsComputed(gradient, 1);
        for (int l = 0; l < weights.length; l++) {
            for (int i = 0; i < network.layers[l].inputs; i++) {
                if (isInUse(l, i)) {
                    weights[l].collect(i);
                }
            }
            biases[l].collect(0);
        }
    }

    private void touch(Batch batch) {
        for (int r = 0; r < batch.size(); r++) {
            FeatureVector input = batch.get(r).features();
            int[] indices = input.indices();
            for (int k = 0; k < input.nonZeroCount(); k++) {
                isTouched[indices[k]] = true;
            }
        }
    }

    private boolean isInUse(int l, int input) {
        return l > 0 || isTouched[input];
    }

    @Override
    public void update(double eta, double scale) {
        for (int l = 0; l < weights.length; l++) {
            for (int i = 0; i < network.layers[l].inputs; i++) {
                if (isInUse(l, i)) {
                    weights[l].update(i, (float) eta, (float) scale);
                }
            }
            biases[l].update(0, (float) eta, (float) scale);
            network.layers[l].transpose();
        }
        Arrays.fill(isTouched, false);
    }

    @Override
    public float[] spreads() {
        float[] spreads = new float[network.parameterCount()];
        int next = 0;
        for (int l = 0; l < weights.length; l++) {
            next = weights[l].spreads().copyTo(spreads, next);
            next = biases[l].spreads().copyTo(spreads, next);
        }
        return spreads;
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writePart("random", random);
        out.writeFloats("sigma", spreads());
    }

    /** {@inheritDoc} The means are the network's parameters, which are to be restored before. */
    @Override
    public void restore(StateReader in) throws IOException {
        in.readPart("random", random);
        float[] spreads = new float[network.parameterCount()];
        in.readFloats("sigma", spreads);
        int next = 0;
        for (int l = 0; l < weights.length; l++) {
            next = weights[l].spreads().copyFrom(spreads, next);
            next = biases[l].spreads().copyFrom(spreads, next);
            weights[l].takeMeans();
            biases[l].takeMeans();
        }
    }
}
