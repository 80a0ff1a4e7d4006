package org.taagem.learn;

import java.util.List;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.nn.Classifier;
import org.taagem.nn.Gradient;
import org.taagem.nn.Network;
import org.taagem.nn.Sgd;

/** Plain stochastic gradient descent on whatever comes: the lower bound that every continual learner must beat. */
public final class FineTuning implements ContinualLearner, Snapshotting {
    private final Network network;
    private final Sgd sgd;
    private final Gradient g;

    /**
     * Makes a learner.
     *
     * @param network what learns
     * @param sgd takes the steps
     */
    public FineTuning(Network network, Sgd sgd) {
        this.network = network;
        this.sgd = sgd;
        g = network.newGradient();
    }

    @Override
    public double observe(Batch batch) {
        double loss = g.compute(batch);
        sgd.step(g, loss);
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
}
