package org.taagem.experiment;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SummaryTest {
    private static final double EXACTLY = 1e-15;

    private static TaskResult result(int taskId, Double... accuracies) {
        return new TaskResult(taskId, "task " + taskId, 1, List.of(accuracies), 1, 1);
    }

    private static Evaluation evaluation(int taskId, double overall, List<Integer> seen, List<Double> accuracies) {
        return new Evaluation(1, 1, taskId, overall, seen, accuracies, 1, 1, 1, 0, Map.of(), Map.of(), 0.25 * taskId);
    }

    @Test
    void of_tasksFinishedInOrder_measuresTheMatrixAsItIs() {
        Summary summary = Summary.of(List.of(), List.of(result(0, 0.9, 0.1), result(1, 0.6, 0.8)));

        assertEquals(0.7, summary.acc().orElseThrow(), EXACTLY);
        assertEquals(0.3, summary.forgetting().orElseThrow(), EXACTLY);
        assertEquals(-0.3, summary.bwt().orElseThrow(), EXACTLY);
    }

    @Test
    void of_tasksFinishedOutOfOrder_sortsRowsAndColumnsAlike() {
        // by id; learned in the order 2, 0, 1
        Summary summary = Summary.of(
                List.of(), List.of(result(2, 0.1, 0.2, 0.9), result(0, 0.8, 0.3, 0.7), result(1, 0.5, 0.6, 0.4)));

        assertEquals(0.5, summary.acc().orElseThrow(), EXACTLY);
        // task 2: 0.9 - 0.4, task 0: 0.8 - 0.5
        assertEquals(0.4, summary.forgetting().orElseThrow(), EXACTLY);
        assertEquals(-0.4, summary.bwt().orElseThrow(), EXACTLY);
    }

    @Test
    void of_taskNotFinished_leavesOutWhatNeedsIt() {
        Summary summary =
                Summary.of(List.of(evaluation(0, 0.9, List.of(0), List.of(0.9))), List.of(result(0, 0.9, 0.1)));

        assertEquals(OptionalDouble.empty(), summary.acc());
        assertEquals(OptionalDouble.empty(), summary.forgetting());
        assertEquals(OptionalDouble.empty(), summary.bwt());
        assertEquals(OptionalDouble.of(0.9), summary.averageAccuracy());
    }

    @Test
    void of_nothing_isEmpty() {
        OptionalDouble none = OptionalDouble.empty();

        assertEquals(new Summary(none, none, none, none, none, none, 0), Summary.of(List.of(), List.of()));
    }

    @Test
    void of_firstTaskShownLater_countsAllEvaluationsInTheAverage() {
        List<Evaluation> evaluations = List.of(
                evaluation(1, 0.8, List.of(1), List.of(0.8)),
                evaluation(0, 0.6, List.of(0, 1), List.of(0.9, 0.3)),
                evaluation(1, 0.4, List.of(0, 1), List.of(0.5, 0.3)));

        Summary summary = Summary.of(evaluations, List.of());

        assertEquals(0.6, summary.averageAccuracy().orElseThrow(), EXACTLY);
        assertEquals(0.7, summary.firstTaskAccuracy().orElseThrow(), EXACTLY);
        assertEquals(0.4, summary.firstTaskForgetting().orElseThrow(), EXACTLY);
        assertEquals(0.25, summary.projectionRate());
    }
}
