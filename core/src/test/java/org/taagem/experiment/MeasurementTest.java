package org.taagem.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.data.TrainTest;
import org.taagem.learn.ContinualLearner;
import org.taagem.random.Seeds;
import org.taagem.stream.PermutedPixels;
import org.taagem.stream.Schedule;
import org.taagem.stream.Task;
import org.taagem.stream.TaskStream;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a run asks of a learner that learns nothing and takes note of everything. */
class MeasurementTest {
    private final TrainTest data = SyntheticData.images(90, 31);
    private final List<Task> tasks = new PermutedPixels().tasks(data, 3, new Seeds(1));
    private final NoteTaker learner = new NoteTaker();
    private final List<Evaluation> evaluations = new ArrayList<>();
    private final List<TaskResult> results = new ArrayList<>();

    /** Runs 3 tasks of 2 epochs of 3 batches of 10. */
    private void run(Object... changes) {
        ExperimentConfig config = Configs.tiny(changes);
        TaskStream stream = new TaskStream(
                tasks,
                Schedule.SEQUENTIAL.order(new Schedule.Lengths(3, 2, 1), new Seeds(1).named("schedule")),
                config.stream().batchSize(),
                new Seeds(1));
        Learner watched = new Learner(learner, () -> 1, Optional.empty(), Optional.empty());
        RunListener listener = event -> {
            if (event instanceof RunEvent.Evaluated evaluated) {
                evaluations.add(evaluated.evaluation());
                learner.endOfEvaluation();
            } else if (event instanceof RunEvent.TaskFinished finished) {
                results.add(finished.result());
            }
        };
        try (OrderedEvents events = new OrderedEvents(listener, new Evaluator(learner, () -> 2))) {
            new RunLoop(
                            new RunLoop.Intervals(config.testingInterval(), CheckpointInterval.NEVER),
                            stream,
                            watched,
                            events)
                    .run(() -> false);
        }
    }

    @Test
    void evaluation_everyTestSet_isPredictedOnce() {
        run();

        // two epochs a task; at the end of a task all three tasks are tested, seen or not
        assertEquals(
                List.of(
                        List.of(0),
                        List.of(0, 1, 2),
                        List.of(0, 1),
                        List.of(0, 1, 2),
                        List.of(0, 1, 2),
                        List.of(0, 1, 2)),
                learner.predicted.stream()
                        .limit(evaluations.size())
                        .map(tested -> tested.stream().map(this::taskOf).toList())
                        .toList());
    }

    private int taskOf(List<FeatureVector> tested) {
        return tasks.stream()
                .filter(task -> List.copyOf(task.test().inputs()).equals(tested))
                .mapToInt(Task::id)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6})
    void evaluation_intervalThatMeetsTheEndOfATask_isMadeOnce(int interval) {
        run("testing_interval", interval);

        List<Long> steps = evaluations.stream().map(Evaluation::step).toList();
        assertEquals(steps.stream().distinct().toList(), steps);
        assertTrue(steps.containsAll(List.of(6L, 12L, 18L)));
    }

    @Test
    void run_testData_isNeverLearnedAndTrainingDataNeverTested() {
        run();

        Set<FeatureVector> train = Collections.newSetFromMap(new IdentityHashMap<>());
        tasks.forEach(task -> train.addAll(task.train().inputs()));
        assertTrue(train.containsAll(learner.learned));
        learner.predicted.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .forEach(input -> assertTrue(!train.contains(input)));
    }

    @Test
    void evaluation_learnerThatAlwaysSaysClassZero_isRightOnClassZeroOnly() {
        run();

        // 31 test samples, classes in turn, cut into 10, 10 and 11: class 0 has 3, 2 and 3 of them
        Evaluation last = evaluations.get(evaluations.size() - 1);
        assertEquals(List.of(3 / 10.0, 2 / 10.0, 3 / 11.0), last.individualAccuracies());
        assertEquals(8 / 31.0, last.overallAccuracy());
        assertEquals(last.individualAccuracies(), results.get(0).accuracies());
    }

    @Test
    void evaluation_epochLoss_isMeanSinceTheEpochBegan() {
        run("testing_interval", 2);

        // the note taker's losses are 1, 2, 3, ...; the epochs begin at 1, 4, 7, ...
        assertEquals(
                List.of(1.5, 4.0, 5.0),
                evaluations.subList(0, 3).stream().map(Evaluation::epochLoss).toList());
    }

    @Test
    void taskResult_timings_coverEachTaskOnItsOwn() {
        run();

        double training = results.stream()
                .mapToDouble(result -> result.trainingTime().getAsDouble())
                .sum();
        assertEquals(evaluations.get(evaluations.size() - 1).trainingTime().getAsDouble(), training, 1e-9);
        results.forEach(result -> assertTrue(result.trainingTime().getAsDouble() > 0
                && result.evaluationTime().getAsDouble() > 0));
    }

    /** Says that everything is of class 0. */
    private static final class NoteTaker implements ContinualLearner {
        private final List<FeatureVector> learned = new ArrayList<>();
        private final List<List<List<FeatureVector>>> predicted = new ArrayList<>(List.of(new ArrayList<>()));
        private int batches;

        @Override
        public double observe(Batch batch) {
            for (int i = 0; i < batch.size(); i++) {
                learned.add(batch.get(i).features());
            }
            return ++batches;
        }

        @Override
        public int[] predict(List<FeatureVector> inputs) {
            predicted.get(predicted.size() - 1).add(List.copyOf(inputs));
            return new int[inputs.size()];
        }

        void endOfEvaluation() {
            predicted.add(new ArrayList<>());
        }
    }
}
