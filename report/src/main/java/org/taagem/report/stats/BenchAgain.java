package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a bench beside those of the same runs with other seeds: whether the order of the learners is more than luck. */
final class BenchAgain {
    private static final String RANK =
            "A rank is that of the mean ACC among the learners all of whose runs finished, with both.";

    private final BenchResults results;
    private final Confidence confidence;
    private final ComparisonTable.Style style;

    BenchAgain(BenchResults results, Confidence confidence, ComparisonTable.Style style) {
        this.results = results;
        this.confidence = confidence;
        this.style = style;
    }

    /** Says on how many streams the best is the same with both, and how alike the orders are. */
    String summary() {
        List<String> over = results.streams().stream().filter(this::isOver).toList();
        int open = results.streams().size() - over.size();
        String missing =
                open == 0 ? "" : " Of " + open + " of " + results.streams().size() + " streams runs are missing.";
        if (over.isEmpty()) {
            return missing.strip() + " " + RANK;
        }
        long same = over.stream()
                .filter(stream -> best(results.first(stream)).equals(best(results.again(stream))))
                .count();
        return "The best learner, of those that are not told of tasks, is the same with both on " + same + " of "
                + over.size() + " streams" + correlations(over) + "." + missing + " " + RANK;
    }

    private boolean isOver(String stream) {
        return Stream.concat(results.first(stream).stream(), results.again(stream).stream())
                .allMatch(BenchEntry::isOver);
    }

    private String correlations(List<String> streams) {
        OptionalDouble least = streams.stream()
                .flatMapToDouble(stream -> order(stream).correlation().stream())
                .min();
        return least.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT, "; Spearman's correlation of the ranks is at least %.2f", least.getAsDouble());
    }

    /** Returns a row for each learner on a stream: its ACC and rank with the one and with the other seeds. */
    List<List<String>> of(String stream) {
        List<BenchEntry> first = results.first(stream);
        List<BenchEntry> second = results.again(stream);
        BenchOrder order = order(stream);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("learner", "ACC, seeds " + seeds(first), "rank", "ACC, seeds " + seeds(second), "rank again"));
        for (BenchEntry entry : first) {
            Optional<BenchEntry> other = second.stream()
                    .filter(each -> each.place().learner().equals(entry.place().learner()))
                    .findFirst();
            rows.add(List.of(
                    BenchTable.name(entry),
                    table(first).accuracy(entry, style),
                    order.rank(entry),
                    other.map(each -> table(second).accuracy(each, style)).orElse(NumberText.NONE),
                    order.rankAgain(entry)));
        }
        return rows;
    }

    private BenchOrder order(String stream) {
        return new BenchOrder(results.first(stream), results.again(stream));
    }

    private BenchTable table(List<BenchEntry> entries) {
        return new BenchTable(entries, results.baseline(), confidence);
    }

    private Optional<String> best(List<BenchEntry> entries) {
        return table(entries).best().map(entry -> entry.place().learner());
    }

    /** Returns the seeds of the finished runs. */
    private static String seeds(List<BenchEntry> entries) {
        TreeSet<Long> seeds = entries.stream()
                .flatMap(entry -> entry.runs().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
