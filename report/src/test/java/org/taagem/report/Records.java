package org.taagem.report;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.taagem.data.CategoricalColumn;
import org.taagem.data.Encoding;
import org.taagem.data.NumericColumn;
import org.taagem.experiment.Environment;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.StreamFacts;
import org.taagem.experiment.Summary;
import org.taagem.experiment.TaskResult;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;

/** Records written by hand, with a value of every kind in them. */
public final class Records {
    public static final Environment ENVIRONMENT = new Environment(
            "0.1.0",
            "5f2c1e0",
            "17.0.15+6",
            "OpenJDK 64-Bit Server VM, Debian",
            "Linux 6.1.0 amd64",
            "simd (512 bits)",
            OptionalInt.of(8),
            Instant.parse("2026-03-01T09:30:15.250Z"),
            List.of());
    private static final StreamFacts STREAM = new StreamFacts(
            "mnist",
            "cache \"here\" ✓",
            Map.of("train-labels", "b".repeat(64), "train-images", "a".repeat(64)),
            new Encoding(
                            List.of(
                                    new NumericColumn("age", 17.0, 0.5),
                                    new CategoricalColumn("city", List.of("Köln", "\"Rome\""))),
                            "kind",
                            List.of("no", "yes"))
                    .toMap(),
            10,
            List.of("task 0", "task 1"),
            List.of(600, 600),
            List.of(100, 100),
            2,
            120,
            false);

    private static final List<Double> UNTRAINED = List.of(0.1, 0.0625);

    private Records() {}

    /** A run of two tasks that came to its end. */
    public static RunRecord finished() {
        List<TaskResult> tasks = List.of(
                new TaskResult(
                        0, "task 0", 60, List.of(0.9, 0.125), OptionalDouble.of(0.25), OptionalDouble.of(0.0625)),
                new TaskResult(
                        1, "task 1", 120, List.of(0.75, 0.875), OptionalDouble.of(0.25), OptionalDouble.of(0.125)));
        List<Evaluation> evaluations =
                List.of(evaluation(1, 60, List.of(0.9), 0.1 + 0.2), evaluation(2, 120, List.of(0.75, 0.875), 1e-5));
        return new RunRecord(
                RunRecord.SCHEMA,
                RunStatus.FINISHED,
                config(),
                ENVIRONMENT,
                STREAM,
                UNTRAINED,
                evaluations,
                tasks,
                Summary.of(new Summary.Measured(STREAM, UNTRAINED, evaluations, tasks)),
                OptionalDouble.of(0.75));
    }

    /** A run that has just begun: nothing was measured, so nothing is defined. */
    public static RunRecord begun() {
        return new RunRecord(
                RunRecord.SCHEMA,
                RunStatus.RUNNING,
                config(),
                ENVIRONMENT,
                STREAM,
                List.of(),
                List.of(),
                List.of(),
                Summary.of(new Summary.Measured(STREAM, List.of(), List.of(), List.of())),
                OptionalDouble.of(0));
    }

    /** A run whose losses went beyond all numbers. */
    public static RunRecord diverged() {
        List<Evaluation> evaluations = List.of(
                evaluation(1, 60, List.of(0.1), Double.NaN),
                evaluation(2, 120, List.of(0.1), Double.POSITIVE_INFINITY));
        Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            figures.put(metric, new Figure.Undefined("the run \"diverged\" ✗"));
        }
        figures.put(Metric.BWT, new Figure.Defined(-0.0));
        figures.put(Metric.FWT, new Figure.Defined(Double.MIN_VALUE));
        figures.put(Metric.ACC, new Figure.Defined(Double.MAX_VALUE));
        return new RunRecord(
                RunRecord.SCHEMA,
                RunStatus.FAILED,
                config(),
                ENVIRONMENT,
                STREAM,
                List.of(Double.NaN),
                evaluations,
                List.of(new TaskResult(
                        0, "task 0", 60, List.of(Double.NaN), OptionalDouble.of(0.25), OptionalDouble.of(0.0625))),
                new Summary(figures, Map.of()),
                OptionalDouble.of(0.75));
    }

    public static RunRecord withConfig(Map<String, Object> config) {
        RunRecord record = finished();
        return new RunRecord(
                record.schema(),
                record.status(),
                config,
                record.environment(),
                record.stream(),
                record.untrainedAccuracies(),
                record.evaluations(),
                record.tasks(),
                record.summary(),
                record.wallTime());
    }

    private static Evaluation evaluation(int epoch, long step, List<Double> accuracies, double loss) {
        return new Evaluation(
                epoch,
                step,
                epoch - 1,
                accuracies.get(0),
                accuracies.size() == 1 ? List.of(0) : List.of(0, 1),
                accuracies,
                loss,
                0.001,
                OptionalDouble.of(0.25 * epoch),
                33,
                Map.of(10, 1, 9, 2, 0, 30),
                Map.of(1, 3, 0, 30),
                epoch == 1 ? OptionalDouble.empty() : OptionalDouble.of(0.0));
    }

    private static Map<String, Object> config() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("task_type", "permutation");
        config.put("learning_rate", 1.0);
        config.put("batch_size", 10);
        config.put("use_learning_rate_scheduler", true);
        config.put("seed", 7L);
        config.put("augment", Map.of("shift", List.of(1, 2)));
        return config;
    }
}
