package org.taagem.report.stats;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.taagem.experiment.Environment;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.StreamFacts;
import org.taagem.experiment.Summary;
import org.taagem.experiment.TaskResult;
import org.taagem.report.StoredRun;

/** Runs of two tasks, made up. */
final class MadeUpRuns {
    static final Map<String, String> MNIST = Map.of("train", "a".repeat(64));

    private MadeUpRuns() {}

    /**
     * A finished run of three epochs. The first task was known by 0.9 when it was learned, and is by {@code accuracy} after
     * that, as is the second.
     */
    static StoredRun run(String name, double accuracy, Object... keysAndValues) {
        return run(name, accuracy, config(keysAndValues), MNIST);
    }

    static StoredRun run(String name, double accuracy, Map<String, Object> config, Map<String, String> sha256) {
        StreamFacts stream = new StreamFacts(
                "mnist",
                "made up",
                sha256,
                Map.of(),
                10,
                List.of("one", "two"),
                List.of(100, 100),
                List.of(100, 100),
                3,
                300,
                false);
        List<TaskResult> tasks = List.of(
                new TaskResult(0, "one", 100, List.of(0.9, 0.1), OptionalDouble.of(1), OptionalDouble.of(0)),
                new TaskResult(1, "two", 300, List.of(accuracy, accuracy), OptionalDouble.of(2), OptionalDouble.of(0)));
        List<Evaluation> evaluations = List.of(
                evaluation(1, 0, List.of(0.9)),
                evaluation(2, 1, List.of(accuracy, 0.5)),
                evaluation(3, 1, List.of(accuracy, accuracy)));
        List<Double> untrained = List.of(0.1, 0.1);
        return new StoredRun(
                Path.of("runs", name),
                new RunRecord(
                        RunRecord.SCHEMA,
                        RunStatus.FINISHED,
                        config,
                        environment(),
                        stream,
                        untrained,
                        evaluations,
                        tasks,
                        Summary.of(new Summary.Measured(stream, untrained, evaluations, tasks)),
                        OptionalDouble.of(2.5)));
    }

    private static Evaluation evaluation(int epoch, int task, List<Double> accuracies) {
        double overall =
                accuracies.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Evaluation(
                epoch,
                100L * epoch,
                task,
                overall,
                accuracies.size() == 1 ? List.of(0) : List.of(0, 1),
                accuracies,
                0.5,
                0.001,
                OptionalDouble.of(epoch),
                30,
                Map.of(0, 30),
                Map.of(0, 30),
                OptionalDouble.empty());
    }

    private static Environment environment() {
        return new Environment(
                "0.1.0",
                "unknown",
                "17",
                "VM",
                "Linux",
                "plain",
                OptionalInt.of(2),
                Instant.parse("2026-03-01T09:00:00Z"),
                List.of());
    }

    /** A configuration of {@code rotation} and {@code ta-a-gem}, unless the keys say otherwise. */
    static Map<String, Object> config(Object... keysAndValues) {
        Map<String, Object> config = new LinkedHashMap<>(Map.of("task_type", "rotation", "strategy", "ta-a-gem"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            config.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return config;
    }

    static StoredRun withStatus(StoredRun run, RunStatus status) {
        RunRecord record = run.record();
        return new StoredRun(
                run.path(),
                new RunRecord(
                        record.schema(),
                        status,
                        record.config(),
                        record.environment(),
                        record.stream(),
                        record.untrainedAccuracies(),
                        record.evaluations(),
                        record.tasks(),
                        record.summary(),
                        record.wallTime()));
    }
}
