package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.taagem.experiment.RunRecord;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;
import org.taagem.report.StoredRun;

/** One group of runs for people: a row for each metric, what is not defined and why, and the values themselves. */
final class GroupTable {
    /** What is told of every group; the record of each run has more. */
    static final List<Metric> METRICS = List.of(
            Metric.ACC,
            Metric.FORGETTING,
            Metric.BWT,
            Metric.AVERAGE_ACCURACY,
            Metric.FIRST_TASK_ACCURACY,
            Metric.FIRST_TASK_FORGETTING);

    private final RunGroup group;
    private final Confidence confidence;

    GroupTable(RunGroup group, Confidence confidence) {
        this.group = group;
        this.confidence = confidence;
    }

    /** What the group is, in a line. */
    String title() {
        List<Long> seeds = group.seeds();
        return group.taskType() + ", " + group.name() + ": "
                + NumberText.count(group.runs().size(), "run") + " of "
                + group.runs().get(0).record().stream().dataset()
                + (seeds.isEmpty() ? "" : (seeds.size() == 1 ? ", seed " : ", seeds ") + SeedText.of(seeds));
    }

    /** The table, and a line for each reason why a number is missing. */
    List<String> lines() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("metric", "runs", "mean", "sd", confidence + " interval"));
        for (Metric metric : METRICS) {
            Sample sample = group.sample(metric);
            rows.add(List.of(
                    metric.title(),
                    String.valueOf(sample.size()),
                    NumberText.rounded(sample.mean()),
                    NumberText.rounded(sample.standardDeviation()),
                    interval(sample)));
        }
        List<String> lines = new ArrayList<>(MarkdownTable.lines(rows));
        List<String> notes = notes();
        if (!notes.isEmpty()) {
            lines.add("");
            lines.addAll(notes);
        }
        return lines;
    }

    private String interval(Sample sample) {
        if (sample.margin(confidence) instanceof Figure.Defined margin) {
            double mean = sample.mean().orElseThrow();
            return NumberText.rounded(mean - margin.value()) + " to " + NumberText.rounded(mean + margin.value());
        }
        return NumberText.NONE;
    }

    private List<String> notes() {
        Map<String, List<Metric>> byReason = new LinkedHashMap<>();
        for (Metric metric : METRICS) {
            missing(metric).forEach(reason -> byReason.computeIfAbsent(reason, same -> new ArrayList<>())
                    .add(metric));
        }
        return byReason.entrySet().stream()
                .map(entry -> titles(entry.getValue()) + ": " + entry.getKey())
                .toList();
    }

    /** Why a run has no value; and why there is no interval, if not for that. */
    private List<String> missing(Metric metric) {
        List<String> reasons = new ArrayList<>();
        for (StoredRun run : group.runs()) {
            if (run.record().summary().get(metric) instanceof Figure.Undefined undefined) {
                reasons.add("not defined: " + undefined.reason());
            }
        }
        Sample sample = group.sample(metric);
        if (sample.size() > 0 && sample.margin(confidence) instanceof Figure.Undefined undefined) {
            reasons.add("no interval: " + undefined.reason());
        }
        return reasons.stream().distinct().toList();
    }

    private static String titles(List<Metric> metrics) {
        return metrics.equals(METRICS)
                ? "all"
                : metrics.stream().map(Metric::title).collect(Collectors.joining(", "));
    }

    /** The values of every metric with all their digits, as lists that Python, Julia and Matlab read. */
    List<String> rawValues() {
        List<String> lines = new ArrayList<>();
        List<Long> seeds = group.seeds();
        if (seeds.size() == group.runs().size()) {
            lines.add("seed = " + seeds);
        }
        for (Metric metric : METRICS) {
            lines.add(metric.key() + " = "
                    + group.runs().stream()
                            .map(StoredRun::record)
                            .map(record -> raw(record, metric))
                            .toList());
        }
        return lines;
    }

    private static String raw(RunRecord record, Metric metric) {
        return record.summary().get(metric) instanceof Figure.Defined defined
                ? NumberText.exact(defined.value())
                : "None";
    }
}
