package org.taagem.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A curve of one line.
 *
 * @param values what is drawn, in order; absent where there is nothing, and not finite where a run diverged
 * @param from the value at the foot
 * @param to the value at the top
 */
record Sparkline(List<OptionalDouble> values, double from, double to) {
    /** Draws shares, 0..1. */
    static Sparkline ofShares(List<OptionalDouble> values) {
        return new Sparkline(values, 0, 1);
    }

    /** Draws numbers from the smallest to the largest. */
    static Sparkline ofNumbers(List<OptionalDouble> values) {
        double[] finite = finite(values);
        return finite.length == 0
                ? new Sparkline(values, 0, 1)
                : new Sparkline(
                        values,
                        IntStream.range(0, finite.length)
                                .mapToDouble(i -> finite[i])
                                .min()
                                .orElseThrow(),
                        IntStream.range(0, finite.length)
                                .mapToDouble(i -> finite[i])
                                .max()
                                .orElseThrow());
    }

    private static double[] finite(List<OptionalDouble> values) {
        return values.stream()
                .flatMapToDouble(OptionalDouble::stream)
                .filter(Double::isFinite)
                .toArray();
    }

    /** Draws the curve on so many columns, or fewer if there are fewer values; each shows the mean of its share of them. */
    String on(ShowScreen screen, int columns) {
        int width = Math.min(columns, values.size());
        return IntStream.range(0, width)
                .mapToObj(c -> values.subList(start(c, width), start(c + 1, width)))
                .map(part -> sign(part, screen))
                .collect(Collectors.joining());
    }

    private int start(int column, int width) {
        return (int) ((long) column * values.size() / width);
    }

    private String sign(List<OptionalDouble> part, ShowScreen screen) {
        if (part.stream().flatMapToDouble(OptionalDouble::stream).anyMatch(value -> !Double.isFinite(value))) {
            return "?";
        }
        double[] finite = finite(part);
        if (finite.length == 0) {
            return " ";
        }
        double mean = IntStream.range(0, finite.length)
                .mapToDouble(i -> finite[i])
                .average()
                .orElseThrow();
        return String.valueOf(screen.bar(to > from ? (mean - from) / (to - from) : 0.5));
    }

    /** Returns the first and the last value. */
    String ends() {
        List<String> ends = values.stream()
                .flatMapToDouble(OptionalDouble::stream)
                .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
                .toList();
        return ends.isEmpty() ? "" : ends.get(0) + " to " + ends.get(ends.size() - 1);
    }
}
