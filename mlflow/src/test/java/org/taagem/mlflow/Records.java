package org.taagem.mlflow;

import java.time.Instant;
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

/** A record written by hand: two tasks of 20 steps each. */
final class Records {
    static final Instant START = Instant.parse("2026-03-01T09:30:15Z");

    private Records() {}

    static RunRecord of(Map<String, Object> config) {
        return of(config, RunStatus.FINISHED);
    }

    /** Of a run that goes on, or was killed. */
    static RunRecord going(Map<String, Object> config) {
        return of(config, RunStatus.RUNNING);
    }

    private static RunRecord of(Map<String, Object> config, RunStatus status) {
        StreamFacts stream = new StreamFacts(
                "mnist",
                "made up",
                Map.of("train", "a".repeat(64)),
                Map.of(),
                10,
                List.of("task 0", "task 1"),
                List.of(600, 600),
                List.of(100, 100),
                2,
                40,
                false);
        List<Evaluation> evaluations =
                List.of(evaluation(1, 20, List.of(0.75), 1.0), evaluation(2, 40, List.of(0.5, 0.25), 3.0));
        List<TaskResult> tasks = List.of(
                new TaskResult(0, "task 0", 20, List.of(0.75, 0.125), OptionalDouble.of(1), OptionalDouble.empty()),
                new TaskResult(1, "task 1", 40, List.of(0.5, 0.25), OptionalDouble.of(2), OptionalDouble.empty()));
        return new RunRecord(
                RunRecord.SCHEMA,
                status,
                config,
                new Environment("1", "abc", "17", "vm", "os", "plain", OptionalInt.of(2), START, List.of()),
                stream,
                List.of(),
                evaluations,
                tasks,
                Summary.of(new Summary.Measured(stream, List.of(), evaluations, tasks)),
                OptionalDouble.of(4.5));
    }

    private static Evaluation evaluation(int epoch, long step, List<Double> accuracies, double time) {
        return new Evaluation(
                epoch,
                step,
                epoch - 1,
                accuracies.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
                epoch == 1 ? List.of(0) : List.of(0, 1),
                accuracies,
                2.0 / epoch,
                0.1,
                OptionalDouble.of(time),
                12,
                Map.of(),
                Map.of(),
                OptionalDouble.empty());
    }
}
