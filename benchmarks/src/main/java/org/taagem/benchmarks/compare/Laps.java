package org.taagem.benchmarks.compare;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The times of one contestant, one per round.
 *
 * @param times by round
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Laps(double[] times) {
    double median() {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double smallest() {
        return Arrays.stream(times).min().orElseThrow();
    }

    double largest() {
        return Arrays.stream(times).max().orElseThrow();
    }

    /** These times divided by another's, round by round. */
    Laps over(Laps other) {
        return new Laps(IntStream.range(0, times.length)
                .mapToDouble(round -> times[round] / other.times[round])
                .toArray());
    }

    /** The smallest and the largest, as in {@code 1.5..2.5}. */
    String range(String format) {
        return String.format(Locale.ROOT, format + ".." + format, smallest(), largest());
    }
}
