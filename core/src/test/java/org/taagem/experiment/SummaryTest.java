package org.taagem.experiment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SummaryTest {
    private static final double EXACTLY = 1e-15;

    /** The end of a task at a step of its own, ten batches after the one before. */
    private static TaskResult result(int place, int taskId, Double... accuracies) {
        return new TaskResult(
                taskId, "task " + taskId, 10L * place, List.of(accuracies), OptionalDouble.of(1), OptionalDouble.of(1));
    }

    private static Evaluation evaluation(long step, int taskId, List<Integer> seen, List<Double> accuracies) {
        double overall = accuracies.stream().mapToDouble(a -> a).average().orElseThrow();
        int kept = 5 * seen.size();
        return new Evaluation(
                1,
                step,
                taskId,
                overall,
                seen,
                accuracies,
                1,
                1,
                OptionalDouble.of(1),
                kept,
                Map.of(0, kept),
                Map.of(taskId, kept),
                taskId == 0 ? OptionalDouble.empty() : OptionalDouble.of(0.25 * taskId));
    }

    private static Summary summary(
            int tasks, List<Double> untrained, List<Evaluation> evaluations, List<TaskResult> results) {
        StreamFacts stream = new StreamFacts(
                "data",
                "nowhere",
                Map.of(),
                Map.of(),
                2,
                IntStream.range(0, tasks).mapToObj(k -> "task " + k).toList(),
                IntStream.range(0, tasks).mapToObj(k -> 100).toList(),
                IntStream.range(0, tasks).mapToObj(k -> 10).toList(),
                tasks,
                10L * tasks,
                false);
        return Summary.of(new Summary.Measured(stream, untrained, evaluations, results));
    }

    private static void assertFigure(double expected, Summary summary, Metric metric) {
        assertEquals(expected, summary.get(metric).orElseThrow(), EXACTLY, metric.key());
    }

    private static void assertUndefined(String reason, Summary summary, Metric... metrics) {
        for (Metric metric : metrics) {
            assertEquals(new Figure.Undefined(reason), summary.get(metric), metric.key());
        }
    }

    @Test
    void of_tasksFinishedInOrder_measuresTheMatrixAsItIs() {
        Summary summary = summary(
                2,
                List.of(0.05, 0.125),
                List.of(
                        evaluation(5, 0, List.of(0), List.of(0.4)),
                        evaluation(10, 0, List.of(0), List.of(0.9)),
                        evaluation(15, 1, List.of(0, 1), List.of(0.2, 0.6)),
                        evaluation(20, 1, List.of(0, 1), List.of(0.6, 0.8))),
                List.of(result(1, 0, 0.9, 0.1), result(2, 1, 0.6, 0.8)));

        assertFigure(0.7, summary, Metric.ACC);
        assertFigure(0.3, summary, Metric.FORGETTING);
        assertFigure(-0.3, summary, Metric.BWT);
        assertFigure(0.1 - 0.125, summary, Metric.FWT);
        assertFigure(0.85, summary, Metric.LEARNING_ACCURACY);
        assertFigure((0.4 + 0.9 + 0.4 + 0.7) / 4, summary, Metric.AVERAGE_ANYTIME_ACCURACY);
        assertFigure(0.2, summary, Metric.MIN_ACC);
        assertFigure(0.7, summary, Metric.STABILITY_GAP);
        // 5, then 10 samples of 200
        assertFigure(1 - 7.5 / 200, summary, Metric.MEMORY_EFFICIENCY);
        assertFigure(0.25, summary, Metric.PROJECTION_RATE);
        assertEquals(Map.of(1, 10), summary.memoryByOrigin());
    }

    @Test
    void of_tasksFinishedOutOfOrder_sortsRowsAndColumnsAlike() {
        // by id; learned in the order 2, 0, 1
        Summary summary = summary(
                3,
                List.of(0.125, 0.25, 0.5),
                List.of(
                        evaluation(10, 2, List.of(2), List.of(0.9)),
                        evaluation(20, 0, List.of(0, 2), List.of(0.8, 0.7)),
                        evaluation(30, 1, List.of(0, 1, 2), List.of(0.5, 0.6, 0.4))),
                List.of(result(1, 2, 0.1, 0.2, 0.9), result(2, 0, 0.8, 0.3, 0.7), result(3, 1, 0.5, 0.6, 0.4)));

        assertFigure(0.5, summary, Metric.ACC);
        // task 2: 0.9 - 0.4, task 0: 0.8 - 0.5
        assertFigure(0.4, summary, Metric.FORGETTING);
        assertFigure(-0.4, summary, Metric.BWT);
        // task 0 after task 2: 0.1 - 0.125; task 1 after task 0: 0.3 - 0.25
        assertFigure((-0.025 + 0.05) / 2, summary, Metric.FWT);
        assertFigure((0.9 + 0.8 + 0.6) / 3, summary, Metric.LEARNING_ACCURACY);
        // task 2: 0.9 to 0.7 to 0.4; task 0: 0.8 to 0.5
        assertFigure(0.3, summary, Metric.STABILITY_GAP);
        assertFigure(0.45, summary, Metric.MIN_ACC);
    }

    /** As with schedules that mix tasks, or come back to them: accuracy on the next task is not that of one unseen. */
    @Test
    void of_nextTaskShownBeforeTheOneBeforeWasOver_hasNoForwardTransfer() {
        Summary summary = summary(
                2,
                List.of(0.1, 0.1),
                List.of(
                        evaluation(10, 0, List.of(0, 1), List.of(0.9, 0.7)),
                        evaluation(20, 1, List.of(0, 1), List.of(0.6, 0.8))),
                List.of(result(1, 0, 0.9, 0.7), result(2, 1, 0.6, 0.8)));

        assertUndefined("'task 1' was being learned before 'task 0' was over", summary, Metric.FWT);
        assertFigure(0.7, summary, Metric.ACC);
    }

    @Test
    void of_untrainedNetworkNotTested_hasNoForwardTransfer() {
        Summary summary = summary(
                2,
                List.of(),
                List.of(
                        evaluation(10, 0, List.of(0), List.of(0.9)),
                        evaluation(20, 1, List.of(0, 1), List.of(0.6, 0.8))),
                List.of(result(1, 0, 0.9, 0.1), result(2, 1, 0.6, 0.8)));

        assertUndefined("the untrained network has not been tested", summary, Metric.FWT);
    }

    @Test
    void of_singleTask_saysThatThereIsNothingToCompare() {
        Summary summary = summary(
                1, List.of(0.1), List.of(evaluation(10, 0, List.of(0), List.of(0.9))), List.of(result(1, 0, 0.9)));

        assertUndefined(
                "there is only one task",
                summary,
                Metric.FORGETTING,
                Metric.BWT,
                Metric.FWT,
                Metric.MIN_ACC,
                Metric.STABILITY_GAP);
        assertFigure(0.9, summary, Metric.ACC);
        assertFigure(0.9, summary, Metric.LEARNING_ACCURACY);
        assertFigure(0.9, summary, Metric.AVERAGE_ANYTIME_ACCURACY);
        assertUndefined(
                "the first task was not tested both before and after it was over",
                summary,
                Metric.FIRST_TASK_FORGETTING);
    }

    @Test
    void of_taskNotFinished_saysWhatIsMissing() {
        Summary summary = summary(
                2,
                List.of(0.1, 0.1),
                List.of(
                        evaluation(10, 0, List.of(0), List.of(0.9)),
                        evaluation(15, 1, List.of(0, 1), List.of(0.5, 0.5))),
                List.of(result(1, 0, 0.9, 0.1)));

        assertUndefined(
                "only 1 of 2 tasks learned",
                summary,
                Metric.ACC,
                Metric.FORGETTING,
                Metric.BWT,
                Metric.FWT,
                Metric.LEARNING_ACCURACY,
                Metric.AVERAGE_ANYTIME_ACCURACY,
                Metric.MIN_ACC,
                Metric.STABILITY_GAP,
                Metric.MEMORY_EFFICIENCY);
        assertFigure(0.7, summary, Metric.AVERAGE_ACCURACY);
        assertFigure(0.25, summary, Metric.PROJECTION_RATE);
    }

    @Test
    void of_nothing_hasAReasonForEverything() {
        Summary summary = summary(2, List.of(), List.of(), List.of());

        for (Metric metric : Metric.values()) {
            assertInstanceOf(Figure.Undefined.class, summary.get(metric), metric.key());
        }
        assertUndefined("no task has been learned", summary, Metric.ACC, Metric.MEMORY_EFFICIENCY);
        assertUndefined("nothing has been tested", summary, Metric.AVERAGE_ACCURACY);
        assertUndefined("the learner compared no gradient with one of the memory", summary, Metric.PROJECTION_RATE);
        assertEquals(Map.of(), summary.memoryByOrigin());
    }

    @Test
    void of_firstTaskShownLater_countsAllEvaluationsInTheAverage() {
        List<Evaluation> evaluations = List.of(
                evaluation(1, 1, List.of(1), List.of(0.8)),
                evaluation(2, 0, List.of(0, 1), List.of(0.9, 0.3)),
                evaluation(3, 1, List.of(0, 1), List.of(0.5, 0.3)));

        Summary summary = summary(2, List.of(), evaluations, List.of());

        assertFigure(0.6, summary, Metric.AVERAGE_ACCURACY);
        assertFigure(0.7, summary, Metric.FIRST_TASK_ACCURACY);
        assertFigure(0.4, summary, Metric.FIRST_TASK_FORGETTING);
    }

    @Test
    void of_endOfATaskWithoutEvaluation_isRefused() {
        assertEquals(
                "there are 0 evaluations at the ends of 1 tasks; expected one for each",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> summary(1, List.of(), List.of(), List.of(result(1, 0, 0.9))))
                        .getMessage());
    }

    @Test
    void constructor_figureMissing_isRefused() {
        Map<Metric, Figure> few = new EnumMap<>(Map.of(Metric.ACC, new Figure.Defined(1)));

        assertEquals(
                "there is no figure for forgetting; expected one for each",
                assertThrows(IllegalArgumentException.class, () -> new Summary(few, Map.of()))
                        .getMessage());
    }
}
