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
    /** {@code [epochs]}. */
    private final Span[] spans;

    /**
     * Makes a stream.
     *
     * @param tasks the tasks, with ids 0, 1, ...
     * @param epochs the order in which they come
     * @param batchSize samples per batch, at least 1; the last batch of an epoch has what is left over
     * @param seeds the source of chance
     * @throws ScenarioException if tasks that drift do not come in their order, each on its own
     */
    public TaskStream(List<Task> tasks, List<Epoch> epochs, int batchSize, Seeds seeds) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batch_size is " + batchSize + "; expected at least 1");
        }
        this.tasks = List.copyOf(tasks);
        this.epochs = List.copyOf(epochs);
        this.batchSize = batchSize;
        this.seeds = seeds;
        spans = spans();
        if (tasks.stream().anyMatch(task -> task.drift().isPresent())) {
            checkOrder();
        }
    }

    /** A task that drifts begins where the one before ends, which makes no sense in any other order. */
    private void checkOrder() {
        for (int e = 0; e < epochs.size(); e++) {
            if (!epochs.get(e).isPure()
                    || (e > 0 && epochs.get(e).task() < epochs.get(e - 1).task())) {
                throw new ScenarioException("the tasks drift one into the next, but epoch " + (e + 1)
                        + " mixes them or goes back; set schedule to sequential");
            }
        }
    }

    private Span[] spans() {
        int[] counts = new int[tasks.size()];
        epochs.forEach(epoch -> counts[epoch.task()]++);
        int[] before = new int[tasks.size()];
        return epochs.stream()
                .map(epoch -> new Span(before[epoch.task()]++, counts[epoch.task()]))
                .toArray(Span[]::new);
    }

    /**
     * Where an epoch stands among those of its task.
     *
     * @param before how many come before it
     * @param epochs how many there are
     */
    record Span(int before, int epochs) {
        /** Returns how much of the task is over when a part, 0..1, of the epoch is. */
        double at(double part) {
            return (before + part) / epochs;
        }
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
        return new EpochBatches(this, index, seeds.named(purpose, index));
    }

    int batchSize() {
        return batchSize;
    }

    Span span(int index) {
        return spans[index];
    }

    /**
     * Returns the number of batches of an epoch.
     *
     * @param index position in {@link #epochs()}
     * @return at least 1
     */
    public int batches(int index) {
        return (samples(index) - 1) / batchSize + 1;
    }

    private int samples(int index) {
        return tasks.get(epochs.get(index).task()).train().size();
    }

    /**
     * Returns how many samples of an epoch are of its own task; all others are of the tasks that are mixed in.
     *
     * @param index position in {@link #epochs()}
     * @return 0 or more
     */
    public int ownSamples(int index) {
        int own = 0;
        int samples = samples(index);
        for (int shown = 0; shown < samples; shown += Math.min(batchSize, samples - shown)) {
            own += epochs.get(index).ownShare(shown, Math.min(batchSize, samples - shown));
        }
        return own;
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
