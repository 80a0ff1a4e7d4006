package org.taagem.report.html;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Which points of a long line are drawn, when there are more than a screen has columns. */
public final class Thinning {
    /** More points of a line than a screen has columns show nothing more. */
    public static final int MOST = Buckets.MOST;

    /** All points of all lines of a chart; enough for sixty lines of {@link #MOST}. */
    private static final int MOST_OF_CHART = 60_000;

    private static final int LEAST = 20;

    private Thinning() {}

    /**
     * Returns how many points each line of a chart may have, so that a page stays small however many lines there are.
     *
     * @param lines the number of lines
     * @return 20 to {@value #MOST}
     */
    static int most(int lines) {
        return Math.max(LEAST, Math.min(MOST, MOST_OF_CHART / Math.max(1, lines)));
    }

    /**
     * Chooses points so that no spike is lost: of each stretch of the line the lowest and the highest, and the first and the
     * last of all.
     *
     * @param values the line; NaN counts as the highest
     * @param most about how many points, at least 2; a line that has no more is left as it is
     * @return positions, ascending
     */
    public static List<Integer> extremes(List<Double> values, int most) {
        int size = values.size();
        if (size <= most) {
            return IntStream.range(0, size).boxed().toList();
        }
        SortedSet<Integer> shown = new TreeSet<>(List.of(0, size - 1));
        int stretches = most / 2;
        for (int s = 0; s < stretches; s++) {
            int from = (int) ((long) s * size / stretches);
            int to = (int) ((s + 1L) * size / stretches);
            int lowest = from;
            int highest = from;
            for (int i = from + 1; i < to; i++) {
                lowest = Double.compare(values.get(i), values.get(lowest)) < 0 ? i : lowest;
                highest = Double.compare(values.get(i), values.get(highest)) > 0 ? i : highest;
            }
            shown.add(lowest);
            shown.add(highest);
        }
        return List.copyOf(shown);
    }

    /**
     * Chooses points at even distances, for lines that must have theirs at the same places.
     *
     * @param size how many points there are
     * @param most how many at most, at least 2
     * @return positions, ascending, the first and the last among them
     */
    static List<Integer> even(int size, int most) {
        return size <= most
                ? IntStream.range(0, size).boxed().toList()
                : IntStream.range(0, most)
                        .map(i -> (int) ((long) i * (size - 1) / (most - 1)))
                        .boxed()
                        .toList();
    }
}
