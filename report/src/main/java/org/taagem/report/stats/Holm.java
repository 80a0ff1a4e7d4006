package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.taagem.metrics.Figure;

/**
 * Corrects p values for how many tests were made (Holm 1979, "A simple sequentially rejective multiple test procedure").
 * The chance that any of a family of tests finds a difference where there is none stays below the level.
 */
public final class Holm {
    private Holm() {}

    /**
     * Adjusts the p values of a family of tests.
     *
     * @param pValues one of each test, 0..1; those that are not defined stay so, and do not count
     * @return the adjusted values in the same order, at least as large, at most 1
     */
    public static List<Figure> adjust(List<Figure> pValues) {
        List<Integer> ascending = IntStream.range(0, pValues.size())
                .filter(i -> pValues.get(i) instanceof Figure.Defined)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues.get(i).orElseThrow()))
                .toList();
        List<Figure> adjusted = new ArrayList<>(pValues);
        double largest = 0;
        for (int rank = 0; rank < ascending.size(); rank++) {
            int test = ascending.get(rank);
            double p = pValues.get(test).orElseThrow() * (ascending.size() - rank);
            largest = Math.max(largest, Math.min(1, p));
            adjusted.set(test, new Figure.Defined(largest));
        }
        return List.copyOf(adjusted);
    }
}
