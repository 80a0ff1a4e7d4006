package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

import org.taagem.metrics.Metric;

/** The tables of a bench that are made of several {@link BenchTable}s. */
final class BenchTables {
    private final BenchResults results;
    private final Confidence confidence;
    private final ComparisonTable.Style style;

    BenchTables(BenchResults results, Confidence confidence, ComparisonTable.Style style) {
        this.results = results;
        this.confidence = confidence;
        this.style = style;
    }

    BenchTable table(List<BenchEntry> entries) {
        return new BenchTable(entries, results.baseline(), confidence);
    }

    /** Returns the tables of a stream: a row for each learner, or where something is varied, for each of its values. */
    List<List<String>> of(String stream) {
        return results.varied().isEmpty() ? table(results.first(stream)).rows(style) : varied(results.of(stream));
    }

    private List<List<String>> varied(Map<Double, List<BenchEntry>> byValue) {
        List<List<String>> rows = new ArrayList<>();
        List<String> learners = byValue.values().stream()
                .flatMap(List::stream)
                .map(BenchTable::name)
                .distinct()
                .toList();
        rows.add(Stream.concat(Stream.of(results.varied().orElseThrow()), learners.stream())
                .toList());
        byValue.forEach((value, entries) -> {
            BenchTable table = table(entries);
            List<String> row = new ArrayList<>(List.of(number(value)));
            learners.forEach(learner -> row.add(entries.stream()
                    .filter(entry -> BenchTable.name(entry).equals(learner))
                    .findFirst()
                    .map(entry -> table.accuracy(entry, style))
                    .orElse(NumberText.NONE)));
            rows.add(row);
        });
        return rows;
    }

    /** Returns a number as people write it: 300 and not 300.0. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : NumberText.exact(value);
    }

    /** Returns a row for each learner and a column for each stream; and the mean over the streams, of those that were on all. */
    List<List<String>> summary() {
        return summary(results::first);
    }

    /** Returns the same with the other seeds. */
    List<List<String>> summaryAgain() {
        return summary(results::again);
    }

    private List<List<String>> summary(Function<String, List<BenchEntry>> ofStream) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("ACC"));
        header.addAll(results.streams());
        header.add("mean");
        rows.add(header);
        results.learners().forEach(learner -> rows.add(summary(learner, ofStream)));
        return rows;
    }

    private List<String> summary(String learner, Function<String, List<BenchEntry>> ofStream) {
        List<String> row = new ArrayList<>();
        List<BenchEntry> found = new ArrayList<>();
        for (String stream : results.streams()) {
            List<BenchEntry> entries = ofStream.apply(stream);
            Optional<BenchEntry> entry = entries.stream()
                    .filter(each -> each.place().learner().equals(learner))
                    .findFirst();
            row.add(entry.map(each -> table(entries).accuracy(each, style)).orElse(NumberText.NONE));
            entry.ifPresent(found::add);
        }
        row.add(0, BenchTable.name(found.get(0)));
        row.add(found.size() == results.streams().size() ? mean(found) : NumberText.NONE);
        return row;
    }

    private String mean(List<BenchEntry> entries) {
        List<Double> means = entries.stream()
                .map(entry -> entry.sample(Metric.ACC).mean().toOptional())
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        if (means.size() < entries.size()) {
            return NumberText.NONE;
        }
        String mean =
                String.format(Locale.ROOT, "%.3f", new Sample(means).mean().orElseThrow());
        return mean
                + entries.stream()
                        .map(entry -> BenchTable.mark(entry, style))
                        .filter(mark -> !mark.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    /** How to read the tables: a line for each thing. */
    List<String> legend() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "ACC is the mean accuracy over all tasks at the end; after ± the t interval of its mean over seeds, at "
                        + confidence + ".");
        lines.add(
                "The best learner on a stream is marked, of those that are not told of tasks; ≈ marks those that may be as"
                        + " good: the interval of their paired difference to the best holds 0, or fewer than two seeds are there of"
                        + " both. † marks a mean without the runs that diverged, ‡ one of which runs are missing: these are outside the contest.");
        if (results.varied().isEmpty()) {
            lines.add("minus " + results.baseline() + ": the mean of the differences over the same seeds, with its "
                    + confidence
                    + " interval; none where a run of either diverged. p (Holm) is that of the paired t test, corrected for all learners"
                    + " of the table; a difference is held to be shown below " + confidence.threshold() + ".");
            lines.add(
                    "mean overall is the mean accuracy of all evaluations, from the first on: the number of the Python original.");
            lines.add(
                    "wall time is the mean of a run beside others on the same machine; memory is what was held at the end.");
        }
        return lines;
    }
}
