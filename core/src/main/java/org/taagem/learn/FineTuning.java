package org.taagem.learn;

import java.io.IOException;
import java.util.List;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.nn.Classifier;
import org.taagem.nn.Gradient;
import org.taagem.nn.Network;
import org.taagem.nn.Optimizer;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/** Plain stochastic gradient descent on whatever comes: the lower bound that every continual learner must beat. */
public final class FineTuning implements ContinualLearner, Snapshotting, Stateful {
    private final Network network;
    private final Optimizer optimizer;
    private final Gradient g;

    /**
     * Makes a learner.
     *
     * @param network what learns
     * @param optimizer takes the steps
     */
    public FineTuning(Network network, Optimizer optimizer) {
        this.network = network;
        this.optimizer = optimizer;
        g = network.newGradient();
    }

    @Override
    public double observe(Batch batch) {
        double loss = g.compute(batch);
        optimizer.step(g, loss);
        return loss;
    }

    @Override
    public int[] predict(List<FeatureVector> inputs) {
        return network.predict(inputs);
    }

    @Override
    public Classifier snapshot() {
        return network.snapshot();
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writePart("network", network);
        out.writePart("optimizer", optimizer);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.readPart("network", network);
        in.readPart("optimizer", optimizer);
    }
}
