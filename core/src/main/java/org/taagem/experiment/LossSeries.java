package org.taagem.experiment;

import java.util.Arrays;
import java.util.Objects;

/** Loss and learning rate of every batch of a run. */
public final class LossSeries {
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
}
