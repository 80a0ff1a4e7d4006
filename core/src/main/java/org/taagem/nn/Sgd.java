package org.taagem.nn;

import java.io.IOException;

import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/** Plain stochastic gradient descent: {@code theta := theta - rate * g}, without momentum or decay. */
public final class Sgd implements Optimizer, Stateful {
    private final LearningRate schedule;
    private double learningRate;

    /**
     * Makes an optimiser.
     *
     * @param schedule says how large each step is
     */
    public Sgd(LearningRate schedule) {
        this.schedule = schedule;
    }

    /**
     * Makes an optimiser whose steps are all alike.
     *
     * @param learningRate how large each step is, more than 0
     */
    public Sgd(double learningRate) {
        this(LearningRate.constant(learningRate));
    }

    @Override
    public void step(Gradient gradient, double loss) {
        learningRate = schedule.next(loss);
        gradient.descend(learningRate);
    }

    @Override
    public double learningRate() {
        return learningRate;
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeDouble("learning_rate", learningRate);
        out.writePart("schedule", schedule);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        learningRate = in.readDouble("learning_rate");
        in.readPart("schedule", schedule);
    }
}
