package org.taagem.stream;

/**
 * One pass over a task: pure, on the way to another task, or with a share of all others.
 *
 * <p>On the way, each batch of size b has {@code ceil((1 - step / steps) b)} samples of the task and the rest of the
 * next.
 *
 * @param task id of the task
 * @param next id of the task that is mixed in on the way; the task's own id if none is
 * @param step how far on the way, 0..steps-1; 0 if on none
 * @param steps length of the way, at least 1
 * @param othersShare share of the samples that are of all other tasks, 0..1; 0 on the way
 */
public record Epoch(int task, int next, int step, int steps, double othersShare) {
    /** What binary fractions may lack: 0.29 times 100 is a little less than 29. */
    private static final double ROUNDING = 1e-9;

    /** Checks how far on the way it is, and what is mixed in. */
    public Epoch {
        if (step < 0 || step >= steps) {
            throw new IllegalArgumentException("step is " + step + " of " + steps + "; expected 0.." + (steps - 1));
        }
        if (!(othersShare >= 0 && othersShare <= 1) || (othersShare > 0 && step > 0)) {
            throw new IllegalArgumentException(
                    "the share of other tasks is " + othersShare + "; expected 0..1, and 0 on the way to another task");
        }
    }

    /**
     * Makes an epoch of one task only.
     *
     * @param task id of the task
     * @return a pure epoch
     */
    public static Epoch pure(int task) {
        return blurred(task, 0);
    }

    /**
     * Makes an epoch of a task with a share of all others.
     *
     * @param task id of the task
     * @param othersShare share of the samples that are of others, 0..1
     * @return the epoch
     */
    public static Epoch blurred(int task, double othersShare) {
        return new Epoch(task, task, 0, 1, othersShare);
    }

    /**
     * Makes an epoch on the way from a task to the next.
     *
     * @param task id of the task
     * @param next id of the next
     * @param step how far on the way, 0..steps-1
     * @param steps length of the way, at least 1
     * @return the epoch
     */
    public static Epoch onTheWay(int task, int next, int step, int steps) {
        return new Epoch(task, next, step, steps, 0);
    }

    /**
     * Says whether the epoch shows samples of its own task only.
     *
     * @return whether nothing is mixed in
     */
    public boolean isPure() {
        return step == 0 && othersShare == 0;
    }

    /**
     * Says whether a task's samples are in the epoch.
     *
     * @param id id of a task
     * @return whether the epoch shows it
     */
    public boolean shows(int id) {
        return id == task || (id == next && step > 0) || othersShare > 0;
    }

    /**
     * Returns how many samples of a batch are of the task itself.
     *
     * <p>Shares of other tasks need not make whole samples of a batch; so what one batch has too few, a later one has
     * more, and the share of all batches together is right.
     *
     * @param shown samples of the epoch that came before the batch, 0 or more
     * @param size samples of the batch, at least 1
     * @return 0..size; at least 1 on the way to another task
     */
    public int ownShare(int shown, int size) {
        if (othersShare > 0) {
            return size - (int) (othersUpTo(shown + size) - othersUpTo(shown));
        }
        return (int) ((Math.multiplyExact((long) (steps - step), size) + steps - 1) / steps);
    }

    private long othersUpTo(int samples) {
        return (long) (othersShare * samples + ROUNDING);
    }
}
