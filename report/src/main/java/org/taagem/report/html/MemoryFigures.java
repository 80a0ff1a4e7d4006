package org.taagem.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.report.KeptSamples;
import org.taagem.report.MemoryFile;
import org.taagem.report.html.LineChart.Line;
import org.taagem.report.html.LineChart.Style;

/** What was in memory: how much over time, and what at the end. */
final class MemoryFigures {
    private final RunRecord record;
    private final Optional<KeptSamples> kept;
    private final RunTimeline timeline;

    MemoryFigures(ReportedRun run) {
        record = run.record();
        kept = run.kept();
        timeline = new RunTimeline(record);
    }

    Section section() {
        List<Content> contents = new ArrayList<>();
        if (record.evaluations().stream().allMatch(evaluation -> evaluation.memorySize() == 0)) {
            contents.add(new Text("Nothing was in memory whenever the run was tested: the learner keeps no samples."));
            return new Section("memory", "Memory", contents);
        }
        contents.add(size());
        overTime("memory-by-label", "Memory by pool", Evaluation::memoryByLabel, label -> "label " + label)
                .ifPresent(contents::add);
        overTime("memory-by-origin", "Memory by task of origin", Evaluation::memoryByOrigin, this::origin)
                .ifPresent(contents::add);
        contents.add(cloud());
        return new Section("memory", "Memory", contents);
    }

    private String origin(int task) {
        return task < 0 ? "unknown" : RunTimeline.task(record, task);
    }

    private Text size() {
        List<Evaluation> evaluations = record.evaluations();
        int size = evaluations.get(evaluations.size() - 1).memorySize();
        return new Text(
                size + " samples at the end. The learner is never told which task a sample came from; the record is.");
    }

    private Optional<Content> overTime(
            String id, String title, Function<Evaluation, Map<Integer, Integer>> counts, IntFunction<String> name) {
        TreeSet<Integer> keys = new TreeSet<>();
        record.evaluations()
                .forEach(evaluation -> keys.addAll(counts.apply(evaluation).keySet()));
        if (keys.isEmpty()) {
            return Optional.of(new Note(title + ": the record does not say."));
        }
        List<Line> lines = keys.stream()
                .map(key -> timeline.edge(
                        name.apply(key), evaluation -> counts.apply(evaluation).getOrDefault(key, 0)))
                .toList();
        return Optional.of(new ChartFigure(
                id,
                title,
                timeline.chart(Axis.fromZero("samples"), lines, Style.STACKED_AREAS),
                "Number of samples in memory at each evaluation, one area on top of the other."
                        + timeline.thinnedEdges()));
    }

    private Content cloud() {
        if (kept.isEmpty()) {
            return new Note("What was in memory at the end is not there (" + MemoryFile.NAME
                    + "), so its clusters cannot be shown.");
        }
        return new MemoryCloud(record, kept.get())
                .figure()
                .orElseGet(() -> new Note("The memory was empty at the end."));
    }
}
