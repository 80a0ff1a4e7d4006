package org.taagem.metrics;

import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ContinualMetricsTest {
    private static final double EXACTLY = 1e-15;

    /** Not symmetric, and best for task 0 after task 1, so that a wrong axis or a wrong "best" shows. */
    private final ContinualMetrics metrics = new ContinualMetrics(AccuracyMatrix.of(List.of(
            List.of(0.90, 0.10, 0.20), //
            List.of(0.95, 0.80, 0.30), //
            List.of(0.50, 0.70, 0.60))));

    private static OptionalDouble of(double accuracy) {
        return OptionalDouble.of(accuracy);
    }

    /** As the Python original tested: no task before it was seen. */
    @Test
    void all_withoutAccuraciesOnTasksNotSeen_takeThoseThatAreThere() {
        OptionalDouble none = OptionalDouble.empty();
        ContinualMetrics lower = new ContinualMetrics(new AccuracyMatrix(List.of(
                List.of(of(0.9), none, none), List.of(of(0.5), of(0.75), none), List.of(of(0.7), of(0.25), of(1)))));

        assertEquals(0.65, lower.averageAccuracy().orElseThrow(), 1e-12);
        assertEquals((0.2 + 0.5) / 2, lower.forgetting().orElseThrow(), 1e-12);
        assertEquals((-0.2 - 0.5) / 2, lower.backwardTransfer().orElseThrow(), 1e-12);
        assertEquals((0.9 + 0.75 + 1) / 3, lower.learningAccuracy().orElseThrow(), 1e-12);
        assertEquals(
                new Figure.Undefined("an accuracy that it needs was not measured"),
                lower.forwardTransfer(List.of(0.1, 0.1, 0.1)));
    }

    @Test
    void forgetting_taskNeverTestedBeforeTheEnd_isNotDefined() {
        ContinualMetrics gap = new ContinualMetrics(
                new AccuracyMatrix(List.of(List.of(OptionalDouble.empty(), of(0.1)), List.of(of(0.6), of(0.8)))));

        assertEquals(new Figure.Undefined("an accuracy that it needs was not measured"), gap.forgetting());
        assertEquals(0.7, gap.averageAccuracy().orElseThrow(), 1e-12);
    }

    @Test
    void averageAccuracy_threeTasks_isMeanOfTheLastRow() {
        // (0.50 + 0.70 + 0.60) / 3
        assertEquals(0.60, metrics.averageAccuracy().orElseThrow(), EXACTLY);
    }

    @Test
    void forgetting_threeTasks_isBestOfEarlierRowsMinusTheLast() {
        // ((0.95 - 0.50) + (0.80 - 0.70)) / 2: divided by T - 1, and the last task plays no part
        assertEquals(0.275, metrics.forgetting().orElseThrow(), EXACTLY);
    }

    @Test
    void backwardTransfer_threeTasks_isLastRowMinusDiagonal() {
        // ((0.50 - 0.90) + (0.70 - 0.80)) / 2
        assertEquals(-0.25, metrics.backwardTransfer().orElseThrow(), EXACTLY);
    }

    @Test
    void forgetting_taskBestInTheEnd_isNegative() {
        ContinualMetrics improved =
                new ContinualMetrics(AccuracyMatrix.of(List.of(List.of(0.50, 0.0), List.of(0.75, 0.9))));

        assertEquals(-0.25, improved.forgetting().orElseThrow());
        assertEquals(0.25, improved.backwardTransfer().orElseThrow());
    }

    @Test
    void forwardTransfer_threeTasks_isAboveTheDiagonalMinusUntrained() {
        // ((0.10 - 0.125) + (0.30 - 0.075)) / 2; the first task has nothing before it
        assertEquals(0.10, metrics.forwardTransfer(List.of(0.9, 0.125, 0.075)).orElseThrow(), EXACTLY);
    }

    @Test
    void forwardTransfer_notAsManyAccuraciesAsTasks_isRefused() {
        assertEquals(
                "there are 2 accuracies of the untrained network for 3 tasks; expected one for each",
                assertThrows(IllegalArgumentException.class, () -> metrics.forwardTransfer(List.of(0.1, 0.1)))
                        .getMessage());
    }

    @Test
    void learningAccuracy_threeTasks_isMeanOfTheDiagonal() {
        // (0.90 + 0.80 + 0.60) / 3
        assertEquals(2.3 / 3, metrics.learningAccuracy().orElseThrow(), EXACTLY);
    }

    @Test
    void metrics_singleTask_haveAccuraciesOnly() {
        ContinualMetrics single = new ContinualMetrics(AccuracyMatrix.of(List.of(List.of(0.75))));
        Figure alone = new Figure.Undefined("there is only one task");

        assertEquals(new Figure.Defined(0.75), single.averageAccuracy());
        assertEquals(new Figure.Defined(0.75), single.learningAccuracy());
        assertEquals(alone, single.forgetting());
        assertEquals(alone, single.backwardTransfer());
        assertEquals(alone, single.forwardTransfer(List.of(0.1)));
    }

    @Test
    void metrics_incompleteMatrix_areNotDefined() {
        ContinualMetrics twoOfThree =
                new ContinualMetrics(AccuracyMatrix.of(List.of(List.of(0.9, 0.1, 0.1), List.of(0.8, 0.9, 0.1))));

        assertAllAre("only 2 of 3 tasks learned", twoOfThree);
    }

    @Test
    void metrics_emptyMatrix_areNotDefined() {
        assertAllAre("no task has been learned", new ContinualMetrics(AccuracyMatrix.of(List.of())));
    }

    private static void assertAllAre(String reason, ContinualMetrics undefined) {
        Figure expected = new Figure.Undefined(reason);
        assertEquals(expected, undefined.averageAccuracy());
        assertEquals(expected, undefined.forgetting());
        assertEquals(expected, undefined.backwardTransfer());
        assertEquals(expected, undefined.forwardTransfer(List.of()));
        assertEquals(expected, undefined.learningAccuracy());
    }
}
