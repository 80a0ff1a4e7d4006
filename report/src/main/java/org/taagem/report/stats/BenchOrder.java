package org.taagem.report.stats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

import org.taagem.metrics.Metric;

/**
 * The order of the learners on a stream with the one and with the other seeds, by mean ACC: of those all of whose runs finished, with both.
 * Learners whose means are equal share the mean of their ranks.
 */
final class BenchOrder {
    private final Map<String, Ranks> ranks = new LinkedHashMap<>();

    /** A learner's places, from 1 on. */
    private record Ranks(double first, double again) {}

    BenchOrder(List<BenchEntry> first, List<BenchEntry> again) {
        Map<String, Double> before = means(first);
        Map<String, Double> after = means(again);
        before.keySet().retainAll(after.keySet());
        after.keySet().retainAll(before.keySet());
        after.forEach((learner, mean) ->
                ranks.put(learner, new Ranks(rank(before.getOrDefault(learner, mean), before), rank(mean, after))));
    }

    private static Map<String, Double> means(List<BenchEntry> entries) {
        Map<String, Double> means = new LinkedHashMap<>();
        entries.stream()
                .filter(BenchEntry::hasRank)
                .forEach(entry -> means.put(
                        entry.place().learner(), entry.sample(Metric.ACC).mean().orElseThrow()));
        return means;
    }

    private static double rank(double mean, Map<String, Double> means) {
        long better = means.values().stream().filter(other -> other > mean).count();
        long equal = means.values().stream().filter(other -> other == mean).count();
        return better + (equal + 1) / 2.0;
    }

    /** Returns a learner's place with the first seeds, from 1 on, or that it has none. */
    String rank(BenchEntry entry) {
        return rank(entry, Ranks::first);
    }

    /** Returns a learner's place with the other seeds, from 1 on, or that it has none. */
    String rankAgain(BenchEntry entry) {
        return rank(entry, Ranks::again);
    }

    private String rank(BenchEntry entry, ToDoubleFunction<Ranks> which) {
        Ranks found = ranks.get(entry.place().learner());
        return found == null ? NumberText.NONE : BenchTables.number(which.applyAsDouble(found));
    }

    /**
     * Returns Spearman's correlation, that of the ranks: 1 where the orders are the same, -1 where one is the other's reverse. There is none
     * with fewer than two learners, or where all are equal.
     */
    OptionalDouble correlation() {
        double middle = (ranks.size() + 1) / 2.0;
        double product = 0;
        double squares = 0;
        double squaresAgain = 0;
        for (Ranks ranked : ranks.values()) {
            double x = ranked.first - middle;
            double y = ranked.again - middle;
            product += x * y;
            squares += x * x;
            squaresAgain += y * y;
        }
        return squares == 0 || squaresAgain == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(product / Math.sqrt(squares * squaresAgain));
    }
}
