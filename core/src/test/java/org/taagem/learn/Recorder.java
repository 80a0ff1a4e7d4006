package org.taagem.learn;

import java.util.ArrayList;
import java.util.List;

import org.taagem.nn.Gradient;
import org.taagem.nn.Optimizer;

/** Keeps the gradients that a learner wants to descend, and takes steps of one length. */
final class Recorder implements Optimizer {
    private final double rate;
    final List<float[]> gradients = new ArrayList<>();

    Recorder(double rate) {
        this.rate = rate;
    }

    @Override
    public void step(Gradient gradient, double loss) {
        gradients.add(gradient.toArray());
        gradient.descend(rate);
    }

    @Override
    public double learningRate() {
        return rate;
    }

    float[] last() {
        return gradients.get(gradients.size() - 1);
    }
}
