package org.taagem.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How much there is to do.
 *
 * @param all how many runs there are
 * @param before how many of them had been done before
 * @param weight how long a run takes, in whatever unit, above 0
 * @param missing the weights of all runs that had not been done before, together
 * @param told whether the time left is told whenever a run has ended
 */
record BatchLoad(int all, int before, ToDoubleFunction<BatchSlot> weight, double missing, boolean told) {
    /** Describes runs that all take about as long. */
    static BatchLoad even(int all, int before) {
        return new BatchLoad(all, before, slot -> 1, all - before, false);
    }

    /**
     * Returns about how long the rest takes.
     *
     * @param seconds how long this went on
     * @param done the weights of what was done in it
     * @return hours, minutes and seconds
     */
    String left(double seconds, double done) {
        Duration left = Duration.ofSeconds(Math.round(Math.max(0, seconds * (missing - done) / done)));
        return String.format(
                Locale.ROOT, "%d:%02d:%02d left", left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    }
}
