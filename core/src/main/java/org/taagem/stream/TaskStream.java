package org.taagem.stream;

import java.util.List;

import org.taagem.random.Seeds;

/**
 * The stream a learner sees: tasks, in the order of a schedule, cut into shuffled batches.
 *
 * <p>Every pass over an epoch has a shuffle of its own that depends on the seed, the epoch and the pass only; so any
 * epoch can be entered without running through those before it.
 */
public final class TaskStream {
    private final List<Task> tasks;
    private final List<Epoch> epochs;
    private final int batchSize;
    private final Seeds seeds;

    /**
     * Makes a stream.
     *
     * @param tasks the tasks, with ids 0, 1, ...
     * @param epochs the order in which they come
     * @param batchSize samples per batch, at least 1; the last batch of an epoch has what is left over
     * @param seeds the source of chance
     */
    public TaskStream(List<Task> tasks, List<Epoch> epochs, int batchSize, Seeds seeds) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batch_size is " + batchSize + "; expected at least 1");
        }
        this.tasks = List.copyOf(tasks);
        this.epochs = List.copyOf(epochs);
        this.batchSize = batchSize;
        this.seeds = seeds;
    }

    /**
     * Returns the tasks.
     *
     * @return by id
     */
    public List<Task> tasks() {
        return tasks;
    }

    /**
     * Returns the epochs, in order.
     *
     * @return the whole schedule
     */
    public List<Epoch> epochs() {
        return epochs;
    }

    /**
     * Starts an epoch.
     *
     * @param index position in {@link #epochs()}
     * @return its batches, freshly shuffled but the same at every call
     */
    public EpochBatches open(int index) {
        return open(index, "shuffle");
    }

    /**
     * Starts a second pass over an epoch, in another order.
     *
     * @param index position in {@link #epochs()}
     * @return its batches
     */
    public EpochBatches openAgain(int index) {
        return open(index, "shuffle again");
    }

    private EpochBatches open(int index, String purpose) {
        return new EpochBatches(epochs.get(index), tasks, batchSize, seeds.named(purpose, index));
    }

    /**
     * Returns the number of batches of an epoch.
     *
     * @param index position in {@link #epochs()}
     * @return at least 1
     */
    public int batches(int index) {
        int samples = tasks.get(epochs.get(index).task()).train().size();
        return (samples - 1) / batchSize + 1;
    }

    /**
     * Returns the number of batches of the whole stream.
     *
     * @return at least 1
     */
    public long totalBatches() {
        long total = 0;
        for (int e = 0; e < epochs.size(); e++) {
            total += batches(e);
        }
        return total;
    }
}
