package org.taagem.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.taagem.data.TrainTest;
import org.taagem.experiment.RunEvent.Evaluated;

/**
 * A run and all that it told its listener.
 *
 * @param events in order
 * @param record made of the events
 * @param losses of every batch
 * @param status as the run returned it
 */
record RecordedRun(List<RunEvent> events, RunRecord record, List<Double> losses, RunStatus status) {
    private static final Environment NOWHERE = new Environment(
            "test", "unknown", "17", "none", "none", "plain", OptionalInt.of(1), Instant.EPOCH, List.of());

    static RecordedRun of(ExperimentConfig config, TrainTest data) {
        return of(config, data, () -> false);
    }

    static RecordedRun of(ExperimentConfig config, TrainTest data, BooleanSupplier stopRequested) {
        return of(config, new Experiment(config, data), stopRequested);
    }

    static RecordedRun of(ExperimentConfig config, Experiment experiment, BooleanSupplier stopRequested) {
        return of(config, experiment, listener -> experiment.run(listener, stopRequested));
    }

    /** Runs on as many processors as wanted, or as if on so many. */
    static RecordedRun of(ExperimentConfig config, TrainTest data, int processors) {
        Experiment experiment = new Experiment(config, data);
        return of(config, experiment, listener -> runOn(experiment, listener, processors));
    }

    private static RunStatus runOn(Experiment experiment, RunListener listener, int processors) {
        try (Run run = experiment.begin(listener, new RunOptions(() -> processors, CheckpointInterval.NEVER))) {
            return run.run(() -> false);
        }
    }

    private static RecordedRun of(
            ExperimentConfig config, Experiment experiment, Function<RunListener, RunStatus> start) {
        List<RunEvent> events = new ArrayList<>();
        RunRecorder recorder = new RunRecorder(config.toMap(), NOWHERE, experiment.stream());
        RunListener both = event -> {
            events.add(event);
            recorder.on(event);
        };
        RunStatus status = start.apply(both);
        List<Double> losses = new ArrayList<>();
        for (int i = 0; i < recorder.losses().size(); i++) {
            losses.add(recorder.losses().loss(i));
        }
        return new RecordedRun(events, recorder.record(), losses, status);
    }

    List<Evaluation> evaluations() {
        return record.evaluations();
    }

    List<TaskResult> tasks() {
        return record.tasks();
    }

    /** Names every event, with the step it belongs to where it has one. */
    List<String> eventNames() {
        return events.stream().map(RecordedRun::nameOf).toList();
    }

    static String nameOf(RunEvent event) {
        String name = event.getClass().getSimpleName();
        if (event instanceof RunEvent.BatchTrained trained) {
            return name + " " + trained.step();
        }
        if (event instanceof Evaluated evaluated) {
            return name + " " + evaluated.evaluation().step();
        }
        if (event instanceof RunEvent.TaskFinished finished) {
            return name + " " + finished.result().taskId();
        }
        return name;
    }

    /** Everything but timings, to compare runs by. */
    RunRecord withoutTimings() {
        return new RunRecord(
                record.schema(),
                record.status(),
                record.config(),
                record.environment(),
                record.stream(),
                record.untrainedAccuracies(),
                evaluations().stream().map(RecordedRun::withoutTimings).toList(),
                tasks().stream().map(RecordedRun::withoutTimings).toList(),
                record.summary(),
                OptionalDouble.empty());
    }

    static RunRecord withoutTimings(RunRecord record) {
        return new RecordedRun(List.of(), record, List.of(), record.status()).withoutTimings();
    }

    private static Evaluation withoutTimings(Evaluation e) {
        return new Evaluation(
                e.epoch(),
                e.step(),
                e.taskId(),
                e.overallAccuracy(),
                e.tasksSeen(),
                e.individualAccuracies(),
                e.epochLoss(),
                e.learningRate(),
                OptionalDouble.empty(),
                e.memorySize(),
                e.memoryByLabel(),
                e.memoryByOrigin(),
                e.projectionRate());
    }

    private static TaskResult withoutTimings(TaskResult t) {
        return new TaskResult(
                t.taskId(), t.name(), t.step(), t.accuracies(), OptionalDouble.empty(), OptionalDouble.empty());
    }
}
