package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.taagem.metrics.Metric;

/** The tables of a bench beside those of the same runs with other seeds: whether the order of the learners is more than luck. */
final class BenchAgain {
    private final BenchResults results;
    private final Confidence confidence;
    private final ComparisonTable.Style style;

    BenchAgain(BenchResults results, Confidence confidence, ComparisonTable.Style style) {
        this.results = results;
        this.confidence = confidence;
        this.style = style;
    }

    /** Says on how many streams the best is the same with both. */
    String summary() {
        long same = results.streams().stream()
                .filter(stream -> {
                    Optional<String> best = best(first(stream));
                    return best.isPresent() && best.equals(best(second(stream)));
                })
                .count();
        return "The best learner, of those that are not told of tasks, is the same with both on " + same + " of "
                + results.streams().size()
                + " streams. A rank is that of the mean ACC among all of which no run diverged.";
    }

    /** Returns a row for each learner on a stream: its ACC and rank with the one and with the other seeds. */
    List<List<String>> of(String stream) {
        List<BenchEntry> first = first(stream);
        List<BenchEntry> second = second(stream);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("learner", "ACC, seeds " + seeds(first), "rank", "ACC, seeds " + seeds(second), "rank again"));
        for (BenchEntry entry : first) {
            Optional<BenchEntry> other = second.stream()
                    .filter(each -> each.place().learner().equals(entry.place().learner()))
                    .findFirst();
            rows.add(List.of(
                    BenchTable.name(entry),
                    table(first).accuracy(entry, style),
                    rank(entry, first),
                    other.map(each -> table(second).accuracy(each, style)).orElse(NumberText.NONE),
                    other.map(each -> rank(each, second)).orElse(NumberText.NONE)));
        }
        return rows;
    }

    private List<BenchEntry> first(String stream) {
        return ofStream(results.entries(), stream);
    }

    private List<BenchEntry> second(String stream) {
        return ofStream(results.again(), stream);
    }

    static List<BenchEntry> ofStream(List<BenchEntry> entries, String stream) {
        return entries.stream()
                .filter(entry -> entry.place().stream().equals(stream))
                .toList();
    }

    private BenchTable table(List<BenchEntry> entries) {
        return new BenchTable(entries, results.baseline(), confidence);
    }

    private Optional<String> best(List<BenchEntry> entries) {
        return table(entries).best().map(entry -> entry.place().learner());
    }

    private static String rank(BenchEntry entry, List<BenchEntry> entries) {
        List<BenchEntry> ranked = entries.stream()
                .filter(each -> each.sample(Metric.ACC).size() > 0 && !each.hasDiverged())
                .sorted(Comparator.comparingDouble(
                        each -> -each.sample(Metric.ACC).mean().orElseThrow()))
                .toList();
        return ranked.contains(entry) ? String.valueOf(ranked.indexOf(entry) + 1) : NumberText.NONE;
    }

    /** Returns the seeds of the finished runs. */
    private static String seeds(List<BenchEntry> entries) {
        TreeSet<Long> seeds = entries.stream()
                .flatMap(entry -> entry.runs().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
