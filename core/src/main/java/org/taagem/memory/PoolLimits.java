package org.taagem.memory;

/**
 * How much a memory of pools holds.
 *
 * @param labels most labels, at least 1
 * @param capacity most samples, at least one for each label
 */
public record PoolLimits(int labels, int capacity) {
    /** Checks that every label gets a place. */
    public PoolLimits {
        if (labels < 1 || capacity < labels) {
            throw new IllegalArgumentException("labels and capacity are " + labels + " and " + capacity
                    + "; expected at least 1 label, and a place for each");
        }
    }

    /**
     * Returns how many samples of a label there is room for, where every label has room of its own.
     *
     * @return capacity / labels, rounded down
     */
    public int perLabel() {
        return capacity / labels;
    }
}
