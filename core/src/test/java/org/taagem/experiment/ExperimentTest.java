package org.taagem.experiment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.data.TrainTest;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;
import org.taagem.stream.Schedule;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whole runs. With this data a task of two has 80 training samples, which are 8 batches, and 20 test samples. */
class ExperimentTest {
    private final TrainTest data = SyntheticData.images(160, 40);

    @Test
    void run_twoTasksOfTwoEpochs_tellsEventsInOrder() {
        assertEquals(
                List.of(
                        "RunStarted",
                        "UntrainedTested",
                        "Evaluated 8",
                        "BatchTrained 10",
                        "Evaluated 16",
                        "TaskFinished 0",
                        "BatchTrained 20",
                        "Evaluated 24",
                        "BatchTrained 30",
                        "Evaluated 32",
                        "TaskFinished 1",
                        "RunFinished"),
                RecordedRun.of(Configs.tiny(), data).eventNames());
    }

    @Test
    void run_testingInterval_evaluatesInsideEpochsAndAtTheEndOfTasks() {
        RecordedRun run = RecordedRun.of(Configs.tiny("testing_interval", 5), data);

        assertEquals(
                List.of(5L, 10L, 15L, 16L, 20L, 25L, 30L, 32L),
                run.evaluations().stream().map(Evaluation::step).toList());
        assertEquals(
                List.of(1, 2, 2, 2, 3, 4, 4, 4),
                run.evaluations().stream().map(Evaluation::epoch).toList());
    }

    @Test
    void run_evaluations_doNotMoveTheLosses() {
        List<Double> losses = RecordedRun.of(Configs.tiny(), data).losses();

        assertEquals(
                losses,
                RecordedRun.of(Configs.tiny("testing_interval", 1), data).losses());
        assertEquals(
                losses,
                RecordedRun.of(Configs.tiny("testing_interval", 1000), data).losses());
    }

    static Stream<ExperimentConfig> manyWays() {
        Stream<ExperimentConfig> kinds = LearnerTypes.all().stream().flatMap(learner -> TaskTypes.all().stream()
                .filter(type -> !type.name().equals("native")) // this data is one task as a whole
                .filter(type ->
                        !learner.name().equals("joint") || !type.name().equals("drift")) // which cannot be mixed
                .map(type -> Configs.tiny("strategy", learner.name(), "task_type", type.name())));
        return Stream.concat(
                kinds,
                Stream.of(
                        Configs.tiny("testing_interval", 1),
                        Configs.tiny("testing_interval", 3, "memory_fill", "epoch"),
                        Configs.tiny("testing_interval", 1000, "schedule", "random"),
                        Configs.tiny("testing_interval", 7, "schedule", "blurry"),
                        Configs.tiny("task_type", "drift", "drift_of", "permutation", "memory_fill", "epoch"),
                        Configs.tiny("schedule", "continuous", "num_epochs", 3, "use_learning_rate_scheduler", true)));
    }

    /** With one processor accuracy is measured in line, with two beside training. */
    @ParameterizedTest
    @MethodSource("manyWays")
    void run_evaluationBesideTraining_givesTheRunOfEvaluationInLine(ExperimentConfig config) {
        RecordedRun inLine = RecordedRun.of(config, data, 1);
        RecordedRun beside = RecordedRun.of(config, data, 2);

        assertEquals(inLine.withoutTimings(), beside.withoutTimings());
        assertEquals(inLine.losses(), beside.losses());
        assertEquals(inLine.eventNames(), beside.eventNames());
    }

    @Test
    void run_batchTrained_tellsWhereItStands() {
        List<RunEvent.BatchTrained> told = RecordedRun.of(Configs.tiny(), data).events().stream()
                .filter(RunEvent.BatchTrained.class::isInstance)
                .map(RunEvent.BatchTrained.class::cast)
                .toList();

        RunEvent.BatchTrained last = told.get(2);
        assertEquals(1, last.taskId());
        assertEquals(4, last.epoch());
        assertEquals(6, last.batch());
        assertEquals(8, last.batches());
        assertEquals(0.1, last.learningRate());
        assertEquals(RecordedRun.of(Configs.tiny(), data).losses().get(29), last.loss());
    }

    @Test
    void run_evaluations_containAllTasksSeen() {
        RecordedRun run = RecordedRun.of(Configs.tiny("num_tasks", 3), data);

        assertEquals(
                List.of(List.of(0), List.of(0), List.of(0, 1), List.of(0, 1), List.of(0, 1, 2), List.of(0, 1, 2)),
                run.evaluations().stream().map(Evaluation::tasksSeen).toList());
        for (Evaluation evaluation : run.evaluations()) {
            assertEquals(
                    evaluation.tasksSeen().size(),
                    evaluation.individualAccuracies().size());
        }
        for (TaskResult task : run.tasks()) {
            assertEquals(3, task.accuracies().size());
        }
    }

    @Test
    void run_lastEvaluationOfATask_agreesWithItsResult() {
        RecordedRun run = RecordedRun.of(Configs.tiny(), data);

        Evaluation end = run.evaluations().get(3);
        assertEquals(run.tasks().get(1).accuracies(), end.individualAccuracies());
        // test sets of equal size: pooled and averaged accuracy agree
        assertEquals(run.record().summary().get(Metric.ACC).orElseThrow(), end.overallAccuracy(), 1e-15);
    }

    @Test
    void run_epochLoss_isMeanOfTheBatchLosses() {
        RecordedRun run = RecordedRun.of(Configs.tiny(), data);

        for (int epoch = 0; epoch < 4; epoch++) {
            double mean = run.losses().subList(8 * epoch, 8 * epoch + 8).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow();
            assertEquals(mean, run.evaluations().get(epoch).epochLoss(), 1e-12);
        }
    }

    @Test
    void run_sameConfigAndData_givesEqualRecords() {
        ExperimentConfig config = Configs.tiny();
        RecordedRun run = RecordedRun.of(config, data);
        Experiment again = new Experiment(config, data);

        assertEquals(
                run.withoutTimings(), RecordedRun.of(config, again, () -> false).withoutTimings());
        assertEquals(
                run.withoutTimings(), RecordedRun.of(config, again, () -> false).withoutTimings());
        assertEquals(run.losses(), RecordedRun.of(config, data).losses());
    }

    static Stream<String> learners() {
        return LearnerTypes.all().stream().map(LearnerType::name);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void run_otherSeed_changesStreamAndTraining(String strategy) {
        Set<List<Double>> losses = new HashSet<>();
        for (String type : List.of("permutation", "rotation", "class_split")) {
            for (int seed = 1; seed <= 3; seed++) {
                ExperimentConfig config = Configs.tiny("strategy", strategy, "task_type", type, "seed", seed);
                losses.add(RecordedRun.of(config, data).losses());
            }
        }

        assertEquals(9, losses.size());
    }

    @Test
    void run_stopRequested_isInterruptedAndKeepsWhatWasMeasured() {
        AtomicInteger asked = new AtomicInteger();

        RecordedRun run = RecordedRun.of(Configs.tiny(), data, () -> asked.incrementAndGet() == 20);

        assertEquals(RunStatus.INTERRUPTED, run.status());
        assertEquals(RunStatus.INTERRUPTED, run.record().status());
        assertEquals(20, run.losses().size());
        assertEquals(
                List.of(8L, 16L),
                run.evaluations().stream().map(Evaluation::step).toList());
        assertEquals(1, run.tasks().size());
        assertEquals(
                new Figure.Undefined("only 1 of 2 tasks learned"),
                run.record().summary().get(Metric.ACC));
        assertInstanceOf(Figure.Defined.class, run.record().summary().get(Metric.AVERAGE_ACCURACY));
        assertEquals("RunFinished", run.eventNames().get(run.events().size() - 1));
    }

    @Test
    void run_toTheEnd_isFinished() {
        RecordedRun run = RecordedRun.of(Configs.tiny(), data);

        assertEquals(RunStatus.FINISHED, run.status());
        assertEquals(RunStatus.FINISHED, run.record().status());
        assertTrue(run.record().wallTime().getAsDouble() > 0);
    }

    @ParameterizedTest
    @EnumSource(Schedule.class)
    void run_anySchedule_finishesEveryTaskOnce(Schedule schedule) {
        ExperimentConfig config = Configs.tiny(
                "schedule", ConfigReader.nameOf(schedule), "num_tasks", 3, "num_epochs", 4, "num_transition_epochs", 3);

        RecordedRun run = RecordedRun.of(config, data);

        assertEquals(RunStatus.FINISHED, run.status());
        assertEquals(
                List.of(0, 1, 2),
                run.tasks().stream().map(TaskResult::taskId).sorted().toList());
        assertInstanceOf(Figure.Defined.class, run.record().summary().get(Metric.ACC));
        assertEquals(12, run.evaluations().size());
        assertEquals(run.record().stream().steps(), run.losses().size());
    }

    @Test
    void run_continuous_countsTheTaskMixedInAsSeen() {
        ExperimentConfig config = Configs.tiny("schedule", "continuous", "num_epochs", 3, "num_transition_epochs", 2);

        List<List<Integer>> seen = RecordedRun.of(config, data).evaluations().stream()
                .map(Evaluation::tasksSeen)
                .toList();

        assertEquals(List.of(List.of(0), List.of(0)), seen.subList(0, 2));
        assertEquals(List.of(0, 1), seen.get(2));
    }

    @Test
    void run_randomSchedule_summarisesTasksInTheOrderTheyWereFinished() {
        RecordedRun run = IntStream.range(1, 100)
                .mapToObj(seed -> RecordedRun.of(
                        Configs.tiny("schedule", "random", "num_tasks", 3, "num_epochs", 1, "seed", seed), data))
                .filter(candidate -> candidate.tasks().get(0).taskId() == 2)
                .findFirst()
                .orElseThrow();
        List<TaskResult> tasks = run.tasks();
        int first = tasks.get(0).taskId();
        int second = tasks.get(1).taskId();
        List<Double> end = tasks.get(2).accuracies();

        double firstLost = tasks.get(0).accuracies().get(first) - end.get(first);
        double secondLost = tasks.get(1).accuracies().get(second) - end.get(second);

        assertEquals(
                -(firstLost + secondLost) / 2,
                run.record().summary().get(Metric.BWT).orElseThrow(),
                1e-15);
    }

    @Test
    void stream_threeTasks_describesThem() {
        StreamFacts facts = new Experiment(Configs.tiny("num_tasks", 3), data).stream();

        assertEquals("synthetic", facts.dataset());
        assertEquals("made up", facts.source());
        assertEquals(4, facts.classes());
        assertEquals(List.of("permutation 0", "permutation 1", "permutation 2"), facts.tasks());
        assertEquals(List.of(53, 53, 54), facts.trainSamples());
        assertEquals(List.of(13, 13, 14), facts.testSamples());
        assertEquals(6, facts.epochs());
        assertEquals(36, facts.steps());
    }

    @Test
    void run_lossIsNoNumber_stops() {
        Experiment experiment = new Experiment(Configs.tiny("learning_rate", 1e30), data);

        DivergedException diverged =
                assertThrows(DivergedException.class, () -> experiment.run(event -> {}, () -> false));
        assertTrue(
                String.valueOf(diverged.getMessage())
                        .endsWith("lower learning_rate, which was 1.0E30 in the last step"),
                diverged::getMessage);
    }

    @Test
    void constructor_tooFewPools_areRefused() {
        assertEquals(
                "num_pools is 3, but the stream has 4 labels and each needs a pool; set num_pools to at least 4",
                refusal(Configs.tiny("num_pools", 3)));
    }

    @Test
    void constructor_tooFewPoolsForALearnerWithoutMemory_areAccepted() {
        ExperimentConfig config = Configs.tiny("num_pools", 1, "strategy", "sgd");

        assertEquals(32, new Experiment(config, data).stream().steps());
    }

    @Test
    void constructor_onePoolPerLabelOfASplit_isEnough() {
        ExperimentConfig config = Configs.tiny("num_pools", 2, "task_type", "class_split");

        assertFalse(new Experiment(config, data).stream().tasks().isEmpty());
    }

    @Test
    void constructor_moreTasksThanTheDataAllows_isRefused() {
        assertEquals(
                "num_tasks is 3, but the 4 classes of synthetic do not make 3 equal groups; set num_tasks to one of"
                        + " 1, 2, 4, or classes_per_task, which may leave classes out",
                refusal(Configs.tiny("task_type", "class_split", "num_tasks", 3)));
    }

    private String refusal(ExperimentConfig config) {
        return String.valueOf(assertThrows(ConfigException.class, () -> new Experiment(config, data))
                .getMessage());
    }
}
