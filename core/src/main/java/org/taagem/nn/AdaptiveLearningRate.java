package org.taagem.nn;

import java.io.IOException;

import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * The learning rate of Lamers et al. (2023, <a href="https://arxiv.org/abs/2309.12078">arXiv:2309.12078</a>), which
 * needs no task labels: it sinks while the loss stagnates and starts anew when the loss leaps, a sign of a new task.
 *
 * <p>A loss below {@code best * (1 - 1e-4)} is an improvement. After more than 5 losses without one, the rate shrinks
 * by a factor of 0.9999, to no less than 1e-5. After more than 5 losses in a row above {@code best + 1}, the rate
 * returns to its start and the best loss is forgotten.
 */
public final class AdaptiveLearningRate implements LearningRate, Stateful {
    private static final double IMPROVEMENT = 1 - 1e-4;
    private static final double SPIKE = 1.0;
    private static final int PATIENCE = 5;
    private static final double DECAY = 0.9999;
    private static final double MINIMUM = 1e-5;

    private final double initialRate;
    private double rate;
    private double best = Double.POSITIVE_INFINITY;
    private int stagnant;
    private int spikes;

    /**
     * Makes the schedule.
     *
     * @param initialRate the rate to start from and to return to, more than 0
     */
    public AdaptiveLearningRate(double initialRate) {
        this.initialRate = LearningRate.constant(initialRate).next(0);
        rate = initialRate;
    }

    @Override
    public double next(double loss) {
        if (loss < best * IMPROVEMENT) {
            best = loss;
            stagnant = 0;
        } else {
            stagnant++;
        }
        spikes = loss > best + SPIKE ? spikes + 1 : 0;
        if (spikes > PATIENCE) {
            rate = initialRate;
            best = loss;
            spikes = 0;
        }
        if (stagnant > PATIENCE) {
            rate = Math.max(rate * DECAY, MINIMUM);
            stagnant = 0;
        }
        return rate;
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeDouble("initial_rate", initialRate);
        out.writeDouble("rate", rate);
        out.writeDouble("best_loss", best);
        out.writeInt("stagnant", stagnant);
        out.writeInt("spikes", spikes);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.expectDouble("initial_rate", initialRate);
        rate = in.readDouble("rate");
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw in.wrong("rate", rate, "a number above 0");
        }
        best = in.readDouble("best_loss");
        stagnant = in.readInt("stagnant", 0, PATIENCE);
        spikes = in.readInt("spikes", 0, PATIENCE);
    }
}
