package org.taagem.cli;

import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * How often a record is brought up to date between the ends of tasks, for those who look on: once a second at most, and for a
 * fiftieth of the time at most, for the record of a run that is tested every few batches becomes long.
 */
final class RecordPace {
    private static final long LEAST_NANOS = 1_000_000_000;
    private static final long SHARE = 50;

    private final LongSupplier nanoTime;
    private long next;

    /**
     * Makes a pace that begins now.
     *
     * @param nanoTime a clock, such as {@link System#nanoTime}
     */
    RecordPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        next = nanoTime.getAsLong() + LEAST_NANOS;
    }

    /** What writes a record. */
    interface Writing {
        void write() throws IOException;
    }

    /** Writes, if it is time. */
    void write(Writing writing) throws IOException {
        long begin = nanoTime.getAsLong();
        if (begin - next >= 0) {
            writing.write();
            long end = nanoTime.getAsLong();
            next = end + Math.max(LEAST_NANOS, SHARE * (end - begin));
        }
    }
}
