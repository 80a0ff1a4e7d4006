package org.taagem.nn;

import java.io.IOException;

import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/** A learning rate that never changes. */
record ConstantLearningRate(double rate) implements LearningRate, Stateful {
    ConstantLearningRate {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learning rate is " + rate + "; expected a number above 0");
        }
    }

    @Override
    public double next(double loss) {
        return rate;
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeDouble("rate", rate);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.expectDouble("rate", rate);
    }
}
