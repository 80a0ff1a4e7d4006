package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.taagem.experiment.RunRecord;
import org.taagem.metrics.Metric;

/** What has come of a bench, for other programs: every number with all its digits. */
final class BenchCsv {
    /** The seeds that a line is of: those of the tables, or those that are to show whether these hold. */
    private static final String FIRST = "first";

    private static final String AGAIN = "again";

    private final BenchResults results;
    private final Confidence confidence;

    BenchCsv(BenchResults results, Confidence confidence) {
        this.results = results;
        this.confidence = confidence;
    }

    /**
     * Returns a row for every metric of every learner on every stream, and again with other seeds if there are any; ACC has its
     * difference to the baseline, too.
     */
    List<List<String>> means() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "stream",
                "learner",
                "value",
                "told_of_tasks",
                "seeds",
                "metric",
                "runs",
                "diverged",
                "mean",
                "standard_deviation",
                "confidence",
                "margin",
                "baseline",
                "difference",
                "difference_margin",
                "p",
                "p_holm"));
        for (String stream : results.streams()) {
            results.of(stream).values().forEach(entries -> addMeans(entries, FIRST, rows));
        }
        for (String stream : results.streams()) {
            addMeans(results.again(stream), AGAIN, rows);
        }
        return rows;
    }

    private void addMeans(List<BenchEntry> entries, String seeds, List<List<String>> rows) {
        Map<String, BenchTable.Difference> differences =
                new BenchTable(entries, results.baseline(), confidence).differences();
        entries.forEach(entry -> addMeans(
                entry, seeds, Optional.ofNullable(differences.get(entry.place().learner())), rows));
    }

    private void addMeans(
            BenchEntry entry, String seeds, Optional<BenchTable.Difference> difference, List<List<String>> rows) {
        for (Metric metric : Metric.values()) {
            List<String> row = mean(entry, seeds, metric.key(), entry.sample(metric));
            row.addAll(
                    metric == Metric.ACC && difference.isPresent()
                            ? difference(difference.get())
                            : List.of("", "", "", "", ""));
            rows.add(row);
        }
        for (Map.Entry<String, Sample> other :
                Map.of("wall_time", entry.wallTime(), "memory_size", entry.memory()).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList()) {
            List<String> row = mean(entry, seeds, other.getKey(), other.getValue());
            row.addAll(List.of("", "", "", "", ""));
            rows.add(row);
        }
    }

    private List<String> mean(BenchEntry entry, String seeds, String metric, Sample sample) {
        List<String> row = new ArrayList<>(place(entry));
        row.addAll(List.of(
                String.valueOf(entry.toldOfTasks()),
                seeds,
                metric,
                String.valueOf(sample.size()),
                String.valueOf(entry.counts().diverged()),
                NumberText.exact(sample.mean()),
                NumberText.exact(sample.standardDeviation()),
                NumberText.exact(confidence.level()),
                NumberText.exact(sample.margin(confidence))));
        return row;
    }

    private static List<String> place(BenchEntry entry) {
        return List.of(
                entry.place().stream(),
                entry.place().learner(),
                NumberText.exact(entry.place().value()));
    }

    private List<String> difference(BenchTable.Difference difference) {
        MeanTest test = difference.test();
        return List.of(
                results.baseline(),
                NumberText.exact(test.difference()),
                NumberText.exact(test.margin(confidence)),
                NumberText.exact(test.p()),
                NumberText.exact(difference.correctedP()));
    }

    /** Returns a row for every finished run, with all its metrics. */
    List<List<String>> runs() {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("stream", "learner", "value", "seeds", "seed"));
        for (Metric metric : Metric.values()) {
            header.add(metric.key());
        }
        header.addAll(List.of("wall_time", "started_at", "git_commit"));
        rows.add(header);
        results.entries().forEach(entry -> addRuns(entry, FIRST, rows));
        results.again().forEach(entry -> addRuns(entry, AGAIN, rows));
        return rows;
    }

    private static void addRuns(BenchEntry entry, String seeds, List<List<String>> rows) {
        entry.runs().forEach((seed, record) -> rows.add(run(entry, seeds, seed, record)));
    }

    private static List<String> run(BenchEntry entry, String seeds, long seed, RunRecord record) {
        List<String> row = new ArrayList<>(place(entry));
        row.add(seeds);
        row.add(String.valueOf(seed));
        for (Metric metric : Metric.values()) {
            row.add(NumberText.exact(record.summary().get(metric)));
        }
        row.add(NumberText.exact(record.wallTime()));
        row.add(record.environment().startedAt().toString());
        row.add(record.environment().gitCommit());
        return row;
    }
}
