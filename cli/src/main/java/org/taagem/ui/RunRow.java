package org.taagem.ui;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;

/**
 * What the list shows of a run.
 *
 * @param id the run's path below the folder of all runs, with {@code /} between its parts
 * @param state how it stands
 * @param words strategy, task type, data set and seed, by key
 * @param figures the figures of the list, by metric
 * @param begun when it began
 * @param progress how far it is
 */
record RunRow(
        String id,
        RunState state,
        Map<String, String> words,
        Map<Metric, Figure> figures,
        Instant begun,
        Progress progress) {
    private static final List<Metric> METRICS = List.of(Metric.ACC, Metric.FORGETTING, Metric.BWT);
    private static final List<String> KEYS = List.of("strategy", "task_type", "seed");

    /**
     * How far a run is.
     *
     * @param step batches learned, as of the last evaluation
     * @param steps batches of the whole stream
     * @param seconds time it took so far; absent if it is not known
     */
    record Progress(long step, long steps, OptionalDouble seconds) {}

    /** Takes the row from a record, which says how the run stands as far as it knows. */
    static RunRow of(String id, RunRecord record) {
        Map<String, String> words = new LinkedHashMap<>();
        KEYS.forEach(key -> words.put(key, String.valueOf(record.config().getOrDefault(key, "unknown"))));
        words.put("dataset", record.stream().dataset());
        Map<Metric, Figure> figures = new LinkedHashMap<>();
        METRICS.forEach(metric -> figures.put(metric, record.summary().get(metric)));
        List<Evaluation> evaluations = record.evaluations();
        long step = evaluations.isEmpty()
                ? 0
                : evaluations.get(evaluations.size() - 1).step();
        return new RunRow(
                id,
                RunState.of(record.status()),
                words,
                figures,
                record.environment().startedAt(),
                new Progress(step, record.stream().steps(), record.wallTime()));
    }

    /** Returns the same run in another state. */
    RunRow in(RunState other) {
        return new RunRow(id, other, words, figures, begun, progress);
    }
}
