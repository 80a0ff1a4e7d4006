package org.taagem.nn;

import java.io.IOException;

import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * Adam: steps as long as the learning rate in every parameter whose gradients agree, shorter where they do not (Kingma and
 * Ba 2015, <a href="https://arxiv.org/abs/1412.6980">arXiv:1412.6980</a>, algorithm 1, with its usual settings).
 *
 * <p>With {@code m} and {@code v} the exponential averages of {@code g} and its square, divided by what they lack at first:
 * {@code theta := theta - rate * m / (sqrt(v) + epsilon)}.
 */
public final class Adam implements Optimizer, Stateful {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final Network network;
    private final LearningRate schedule;
    private final float[] m;
    private final float[] v;
    private final float[] g;
    private long steps;
    private double learningRate;

    /**
     * Makes an optimiser.
     *
     * @param network whose parameters it changes
     * @param schedule says how large each step is
     */
    public Adam(Network network, LearningRate schedule) {
        this.network = network;
        this.schedule = schedule;
        m = new float[network.parameterCount()];
        v = new float[network.parameterCount()];
        g = new float[network.parameterCount()];
    }

    @Override
    public void step(Gradient gradient, double loss) {
        learningRate = schedule.next(loss);
        steps++;
        gradient.copyTo(g);
        double lackOfM = 1 - StrictMath.pow(BETA_1, (double) steps);
        double lackOfV = 1 - StrictMath.pow(BETA_2, (double) steps);
        for (int i = 0; i < g.length; i++) {
            m[i] = (float) (BETA_1 * m[i] + (1 - BETA_1) * g[i]);
            v[i] = (float) (BETA_2 * v[i] + (1 - BETA_2) * ((double) g[i] * g[i]));
            g[i] = (float) (m[i] / lackOfM / (Math.sqrt(v[i] / lackOfV) + EPSILON));
        }
        network.add(-learningRate, g);
    }

    @Override
    public double learningRate() {
        return learningRate;
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeLong("steps", steps);
        out.writeDouble("learning_rate", learningRate);
        out.writePart("schedule", schedule);
        out.writeFloats("m", m);
        out.writeFloats("v", v);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        steps = in.readCount("steps");
        learningRate = in.readDouble("learning_rate");
        in.readPart("schedule", schedule);
        in.readFloats("m", m);
        in.readFloats("v", v);
    }
}
