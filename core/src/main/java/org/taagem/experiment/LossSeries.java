package org.taagem.experiment;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/** Loss and learning rate of every batch of a run. */
public final class LossSeries implements Stateful {
    private double[] losses;
    private double[] learningRates;
    private int size;

    /**
     * Makes an empty series.
     *
     * @param expectedSize how long it will be; it grows beyond that
     */
    public LossSeries(int expectedSize) {
        losses = new double[expectedSize];
        learningRates = new double[expectedSize];
    }

    /**
     * Appends a batch.
     *
     * @param loss mean loss of the batch, in nats
     * @param learningRate learning rate of the step
     */
    public void add(double loss, double learningRate) {
        if (size == losses.length) {
            losses = Arrays.copyOf(losses, Math.max(16, 2 * size));
            learningRates = Arrays.copyOf(learningRates, losses.length);
        }
        losses[size] = loss;
        learningRates[size++] = learningRate;
    }

    /**
     * Returns the number of batches.
     *
     * @return 0 or more
     */
    public int size() {
        return size;
    }

    /**
     * Returns the loss of a batch.
     *
     * @param index 0..size-1
     * @return its mean loss before the step, in nats
     */
    public double loss(int index) {
        return losses[Objects.checkIndex(index, size)];
    }

    /**
     * Returns the learning rate of a step.
     *
     * @param index 0..size-1
     * @return the rate
     */
    public double learningRate(int index) {
        return learningRates[Objects.checkIndex(index, size)];
    }

    /** {@inheritDoc} Learning rates, which seldom change, are written once for all steps that share one. */
    @Override
    public void save(StateWriter out) throws IOException {
        int[] ends = new int[16];
        int count = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || Double.compare(learningRates[i], learningRates[i - 1]) != 0) {
                ends = count == ends.length ? Arrays.copyOf(ends, 2 * count) : ends;
                ends[count++] = i;
            }
        }
        double[] rates = new double[count];
        for (int r = 0; r < count; r++) {
            rates[r] = learningRates[ends[r] - 1];
        }
        out.writeDoubles("losses", Arrays.copyOf(losses, size));
        out.writeInts("rate_ends", Arrays.copyOf(ends, count));
        out.writeDoubles("rates", rates);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        losses = in.readDoubles("losses");
        size = losses.length;
        learningRates = new double[size];
        int[] ends = in.readInts("rate_ends");
        double[] rates = in.readDoubles("rates");
        if (ends.length != rates.length || (size > 0 && (ends.length == 0 || ends[ends.length - 1] != size))) {
            throw in.wrong(
                    "rates", rates.length + " that end elsewhere", "as many as there are ends, up to the last loss");
        }
        int from = 0;
        for (int r = 0; r < ends.length; r++) {
            if (ends[r] <= from || ends[r] > size) {
                throw in.wrong("rate_ends", ends[r] + " after " + from, "ascending numbers up to " + size);
            }
            Arrays.fill(learningRates, from, ends[r], rates[r]);
            from = ends[r];
        }
    }
}
