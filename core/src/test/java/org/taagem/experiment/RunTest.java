package org.taagem.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.data.TrainTest;
import org.taagem.experiment.RunEvent.Checkpointed;
import org.taagem.state.StateException;
import org.taagem.state.StateFile;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Runs that stop at a checkpoint and go on from it as if they had never stopped. */
class RunTest {
    private static final Environment NOWHERE = new Environment(
            "test", "unknown", "17", "none", "none", "plain", OptionalInt.of(1), Instant.EPOCH, List.of());
    private static final CheckpointInterval EVERY_SEVENTH = CheckpointInterval.ofBatches(7);
    private static final CheckpointInterval EVERY_EPOCH = new CheckpointInterval(true, 0, Duration.ZERO);

    private final TrainTest data = SyntheticData.images(160, 40);
    private final Path file;

    RunTest(@TempDir Path folder) {
        file = folder.resolve("state");
    }

    /** A checkpoint, and the record of the same moment. */
    private record Kept(Checkpoint checkpoint, RunRecord record) {}

    /** A run that keeps every checkpoint, and everything it leaves. */
    private static final class Watched {
        private final Experiment experiment;
        private final List<Kept> kept = new ArrayList<>();
        private RunRecorder recorder;
        private Optional<MemoryContents> memory = Optional.empty();

        Watched(ExperimentConfig config, TrainTest data) {
            experiment = new Experiment(config, data);
            recorder = new RunRecorder(config.toMap(), NOWHERE, experiment.stream());
        }

        private void on(RunEvent event) {
            recorder.on(event);
            if (event instanceof Checkpointed checkpointed) {
                kept.add(new Kept(checkpointed.checkpoint(), recorder.record()));
            }
        }

        Watched run(CheckpointInterval interval, int processors, BooleanSupplier stop) {
            try (Run run = experiment.begin(this::on, new RunOptions(() -> processors, interval))) {
                run.run(stop);
                memory = run.memory();
            }
            return this;
        }

        Watched resume(Path file, RunRecord before) throws IOException {
            recorder = new RunRecorder(before, NOWHERE);
            try (Run run = experiment.begin(this::on, new RunOptions(() -> 1, EVERY_EPOCH))) {
                StateFile.read(file, List.of("test"), in -> {
                    run.restore(in);
                    return run;
                });
                run.run(() -> false);
                memory = run.memory();
            }
            return this;
        }

        List<Object> outcome() {
            List<Double> losses = new ArrayList<>();
            for (int i = 0; i < recorder.losses().size(); i++) {
                losses.add(recorder.losses().loss(i));
                losses.add(recorder.losses().learningRate(i));
            }
            RunRecord record = RecordedRun.withoutTimings(recorder.record());
            return List.of(record.status(), record.evaluations(), record.tasks(), record.summary(), losses, memory);
        }
    }

    private Watched resume(ExperimentConfig config, Kept from) throws IOException {
        StateFile.write(file, "test", from.checkpoint()::save);
        return new Watched(config, data).resume(file, from.record());
    }

    static List<String> strategies() {
        return LearnerTypes.all().stream().map(LearnerType::name).toList();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void resume_everyStrategy_endsAsIfNeverStopped(String strategy) throws IOException {
        assertResumes(Configs.tiny("strategy", strategy, "use_learning_rate_scheduler", true));
    }

    static List<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (LearnerType learner : LearnerTypes.all()) {
            for (MemoryType memory : MemoryTypes.all()) {
                if (Strategy.usual(learner).rehearses()) {
                    pairs.add(Arguments.of(learner.name(), memory.name()));
                }
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void resume_everyStrategyWithEveryMemory_endsAsIfNeverStopped(String strategy, String memory) throws IOException {
        assertResumes(
                memory.equals("clustered")
                        ? Configs.tiny("strategy", strategy, "memory", memory, "removal", "random")
                        : Configs.tiny("strategy", strategy, "memory", memory));
    }

    @ParameterizedTest
    @CsvSource({
        "schedule, continuous",
        "schedule, blurry",
        "schedule, random",
        "memory_fill, epoch",
        "assignment, merge",
        "removal, furthest",
        "removal, random",
        "optimizer, adam",
        "testing_interval, 3"
    })
    void resume_otherSettings_endsAsIfNeverStopped(String key, String value) throws IOException {
        assertResumes(Configs.tiny("num_tasks", 3, key, value.matches("\\d+") ? Integer.valueOf(value) : value));
    }

    /** From checkpoints in the middle of epochs, and from those at their ends. */
    private void assertResumes(ExperimentConfig config) throws IOException {
        List<Object> whole = new Watched(config, data)
                .run(CheckpointInterval.NEVER, 1, () -> false)
                .outcome();
        for (CheckpointInterval interval : List.of(EVERY_SEVENTH, EVERY_EPOCH)) {
            Watched kept = new Watched(config, data).run(interval, 2, () -> false);
            assertEquals(whole, kept.outcome());
            int count = kept.kept.size();
            assertTrue(count >= 2, () -> count + " checkpoints");
            for (int k : List.of(0, count / 2, count - 1)) {
                assertEquals(whole, resume(config, kept.kept.get(k)).outcome());
            }
        }
    }

    @Test
    void run_stopped_keepsItsStateAsTheLastThing() throws IOException {
        ExperimentConfig config = Configs.tiny("num_tasks", 2);
        List<Object> whole = new Watched(config, data)
                .run(CheckpointInterval.NEVER, 1, () -> false)
                .outcome();
        long steps = new Experiment(config, data).stream().steps();
        for (long stopAt = 1; stopAt <= steps; stopAt++) {
            long[] left = {stopAt};
            Watched stopped = new Watched(config, data).run(EVERY_EPOCH, 1, () -> --left[0] == 0);
            assertEquals(RunStatus.INTERRUPTED, stopped.recorder.record().status());
            Kept last = stopped.kept.get(stopped.kept.size() - 1);
            assertEquals(stopAt, last.checkpoint().step());
            assertEquals(whole, resume(config, last).outcome());
        }
    }

    @Test
    void run_atEndsOfEpochs_restsAfterACheckpoint() {
        ExperimentConfig config = Configs.tiny("num_tasks", 3);
        int ends = new Experiment(config, data).stream().epochs() - 1;
        assertEquals(
                ends,
                new Watched(config, data).run(EVERY_EPOCH, 1, () -> false).kept.size());

        CheckpointInterval onceADay = new CheckpointInterval(true, 0, Duration.ofDays(1));
        assertEquals(
                1, new Watched(config, data).run(onceADay, 1, () -> false).kept.size());
    }

    @Test
    void run_neverKept_tellsNoCheckpoint() {
        int[] left = {5};
        Watched stopped = new Watched(Configs.tiny(), data).run(CheckpointInterval.NEVER, 1, () -> --left[0] == 0);
        assertEquals(List.of(), stopped.kept);
    }

    @Test
    void resume_otherExperiment_isRefused() throws IOException {
        Watched kept = new Watched(Configs.tiny(), data).run(EVERY_SEVENTH, 1, () -> false);
        ExperimentConfig other = Configs.tiny("hidden_dim", 9);
        Kept first = kept.kept.get(0);
        assertThrows(StateException.class, () -> resume(other, first));
    }
}
