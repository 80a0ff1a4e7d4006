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

    /** {@inheritDoc} Learning rates are written once for all steps in a row that share one. */
    @Override
    public void save(StateWriter out) throws IOException {
        int[] steps = new int[16];
        double[] rates = new double[16];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (i > 0 && Double.compare(learningRates[i], learningRates[i - 1]) == 0) {
                steps[count - 1]++;
                continue;
            }
            if (count == steps.length) {
                steps = Arrays.copyOf(steps, 2 * count);
                rates = Arrays.copyOf(rates, 2 * count);
            }
            steps[count] = 1;
            rates[count++] = learningRates[i];
        }
        out.writeDoubles("losses", Arrays.copyOf(losses, size));
        out.writeDoubles("rates", Arrays.copyOf(rates, count));
        out.writeInts("rate_steps", Arrays.copyOf(steps, count));
    }

    @Override
    public void restore(StateReader in) throws IOException {
        losses = in.readDoubles("losses");
        size = losses.length;
        learningRates = new double[size];
        double[] rates = in.readDoubles("rates");
        int[] steps = in.readInts("rate_steps");
        if (steps.length != rates.length || Arrays.stream(steps).asLongStream().sum() != size) {
            throw in.wrong("rate_steps", steps.length + " numbers", "one for each rate, with a sum of " + size);
        }
        if (Arrays.stream(steps).anyMatch(count -> count < 1)) {
            throw in.wrong("rate_steps", "one with a number below 1", "1 or more");
        }
        int from = 0;
        for (int r = 0; r < steps.length; r++) {
            Arrays.fill(learningRates, from, from + steps[r], rates[r]);
            from += steps[r];
        }
    }
}
