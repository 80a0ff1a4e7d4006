package org.taagem.nn;

import java.io.IOException;

import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * Gradient descent with momentum (Polyak 1964; in the form of Sutskever et al. 2013, <a
 * href="https://proceedings.mlr.press/v28/sutskever13.html">PMLR 28</a>, with the rate outside): {@code v := momentum * v +
 * g; theta := theta - rate * v}.
 */
public final class Momentum implements Optimizer, Stateful {
    private final Network network;
    private final LearningRate schedule;
    private final double momentum;
    private final float[] velocity;
    private final float[] g;
    private double learningRate;

    /**
     * Makes an optimiser.
     *
     * @param network whose parameters it changes
     * @param schedule says how large each step is
     * @param momentum how much of the velocity stays, at least 0 and below 1; 0.9 is usual
     */
    public Momentum(Network network, LearningRate schedule, double momentum) {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum is " + momentum + "; expected at least 0 and below 1");
        }
        this.network = network;
        this.schedule = schedule;
        this.momentum = momentum;
        velocity = new float[network.parameterCount()];
        g = new float[network.parameterCount()];
    }

    @Override
    public void step(Gradient gradient, double loss) {
        learningRate = schedule.next(loss);
        gradient.copyTo(g);
        float kept = (float) momentum;
        for (int i = 0; i < g.length; i++) {
            velocity[i] = Math.fma(kept, velocity[i], g[i]);
        }
        network.add(-learningRate, velocity);
    }

    @Override
    public double learningRate() {
        return learningRate;
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeDouble("momentum", momentum);
        out.writeDouble("learning_rate", learningRate);
        out.writePart("schedule", schedule);
        out.writeFloats("velocity", velocity);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.expectDouble("momentum", momentum);
        learningRate = in.readDouble("learning_rate");
        in.readPart("schedule", schedule);
        in.readFloats("velocity", velocity);
    }
}
