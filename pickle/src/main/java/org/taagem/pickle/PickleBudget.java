package org.taagem.pickle;

/** Counts the memory that the values of a pickle take, and stops before it is too much. */
final class PickleBudget {
    /** A list or a dictionary, with what it is kept in. */
    static final int CONTAINER = 96;
    /** A number that is not shared. */
    static final int NUMBER = 16;
    /** A place in a list, on the stack or in the memo. */
    static final int PLACE = 8;
    /** An entry of a dictionary. */
    static final int ENTRY = 64;

    private final long limit;
    private long taken;

    PickleBudget(long limit) {
        this.limit = limit;
    }

    void take(long bytes) throws PickleException {
        taken += bytes;
        if (taken > limit) {
            throw new PickleException("is a pickle whose values need more than " + limit / 1_000_000 + " MB of memory");
        }
    }
}
