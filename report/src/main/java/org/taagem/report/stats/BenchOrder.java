package org.taagem.report.stats;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

import org.taagem.metrics.Metric;

/**
 * The order of the learners on a stream with the one and with the other seeds, by mean ACC: of those that have one with both, and of
 * which no run diverged.
 */
final class BenchOrder {
    private final List<String> first;
    private final List<String> second;

    BenchOrder(List<BenchEntry> first, List<BenchEntry> second) {
        List<String> before = order(first);
        List<String> after = order(second);
        this.first = before.stream().filter(after::contains).toList();
        this.second = after.stream().filter(before::contains).toList();
    }

    private static List<String> order(List<BenchEntry> entries) {
        return entries.stream()
                .filter(BenchEntry::hasRank)
                .sorted(Comparator.comparingDouble(
                        each -> -each.sample(Metric.ACC).mean().orElseThrow()))
                .map(each -> each.place().learner())
                .toList();
    }

    /** Returns a learner's place with the first seeds, from 1 on, or that it has none. */
    String rank(BenchEntry entry) {
        return rank(entry, first);
    }

    /** Returns a learner's place with the other seeds, from 1 on, or that it has none. */
    String rankAgain(BenchEntry entry) {
        return rank(entry, second);
    }

    private static String rank(BenchEntry entry, List<String> order) {
        int index = order.indexOf(entry.place().learner());
        return index < 0 ? NumberText.NONE : String.valueOf(index + 1);
    }

    /**
     * Returns Spearman's correlation of the ranks: 1 where the orders are the same, -1 where one is the other's reverse. There is none
     * with fewer than two learners.
     */
    OptionalDouble correlation() {
        double n = first.size();
        if (n < 2) {
            return OptionalDouble.empty();
        }
        double squares = first.stream()
                .mapToDouble(learner -> Math.pow((double) first.indexOf(learner) - second.indexOf(learner), 2))
                .sum();
        return OptionalDouble.of(1 - 6 * squares / (n * (n * n - 1)));
    }
}
