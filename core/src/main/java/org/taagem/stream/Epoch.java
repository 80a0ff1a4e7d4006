package org.taagem.stream;

/**
 * One pass over a task, pure or on the way to another task.
 *
 * <p>On the way, each batch of size b has {@code ceil((1 - step / steps) b)} samples of the task and the rest of the
 * next.
 *
 * @param task id of the task
 * @param next id of the task that is mixed in; the task's own id if none is
 * @param step how far on the way, 0..steps-1; 0 is a pure epoch
 * @param steps length of the way, at least 1
 */
public record Epoch(int task, int next, int step, int steps) {
    /** Checks how far on the way it is. */
    public Epoch {
        if (step < 0 || step >= steps) {
            throw new IllegalArgumentException("step is " + step + " of " + steps + "; expected 0.." + (steps - 1));
        }
    }

    /**
     * Makes an epoch of one task only.
     *
     * @param task id of the task
     * @return a pure epoch
     */
    public static Epoch pure(int task) {
        return new Epoch(task, task, 0, 1);
    }

    /**
     * Says whether a task's samples are in the epoch.
     *
     * @param id id of a task
     * @return whether the epoch shows it
     */
    public boolean shows(int id) {
        return id == task || (id == next && step > 0);
    }

    /**
     * Returns how many samples of a batch are of the task itself.
     *
     * @param batchSize size of the batch, at least 1
     * @return 1..batchSize
     */
    public int ownShare(int batchSize) {
        return (Math.multiplyExact(steps - step, batchSize) + steps - 1) / steps;
    }
}
