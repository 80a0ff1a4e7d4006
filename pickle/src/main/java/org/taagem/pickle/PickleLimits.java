package org.taagem.pickle;

/**
 * How much a pickle may take. A few bytes of one can stand for an object that takes a hundred, so its length alone says
 * little of the memory that it needs.
 *
 * @param bytes how long it may be, in bytes; below 2 GiB
 * @param memory how much memory its values may take, in bytes; they are estimated, on the large side
 */
public record PickleLimits(long bytes, long memory) {
    /** Checks the ranges. */
    public PickleLimits {
        if (bytes < 1 || bytes > Integer.MAX_VALUE || memory < 1) {
            throw new IllegalArgumentException("the limits are " + bytes + " and " + memory
                    + " bytes; expected at least 1, and the first at most " + Integer.MAX_VALUE);
        }
    }
}
