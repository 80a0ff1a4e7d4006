package org.taagem.nn;

import java.io.IOException;

import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * Lets a learning rate grow to its full size over the first steps, in proportion to how many were taken (Goyal et al. 2017, <a
 * href="https://arxiv.org/abs/1706.02677">arXiv:1706.02677</a>, section 2.2): large steps of an untrained network can spoil it for good.
 */
public final class WarmUp implements LearningRate, Stateful {
    private final LearningRate full;
    private final int steps;
    private int taken;

    /**
     * Makes a learning rate.
     *
     * @param full the rate that it grows to, and is from then on
     * @param steps the step at which it is that, at least 1
     */
    public WarmUp(LearningRate full, int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("a warm-up of " + steps + " steps; expected at least 1");
        }
        this.full = full;
        this.steps = steps;
    }

    @Override
    public double next(double loss) {
        taken = Math.min(taken + 1, steps);
        return full.next(loss) * taken / steps;
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeInt("warmup_steps", steps);
        out.writeInt("taken", taken);
        out.writePart("full", full);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.expectInt("warmup_steps", steps);
        taken = in.readInt("taken", 0, steps);
        in.readPart("full", full);
    }
}
