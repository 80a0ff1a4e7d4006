package org.taagem.metrics;

import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ContinualMetricsTest {
    private static final double EXACTLY = 1e-15;

    /** Not symmetric, and best for task 0 after task 1, so that a wrong axis or a wrong "best" shows. */
    private final ContinualMetrics metrics = new ContinualMetrics(new AccuracyMatrix(List.of(
            List.of(0.90, 0.10, 0.20), //
            List.of(0.95, 0.80, 0.30), //
            List.of(0.50, 0.70, 0.60))));

    @Test
    void averageAccuracy_threeTasks_isMeanOfTheLastRow() {
        // (0.50 + 0.70 + 0.60) / 3
        assertEquals(0.60, metrics.averageAccuracy(), EXACTLY);
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
                new ContinualMetrics(new AccuracyMatrix(List.of(List.of(0.50, 0.0), List.of(0.75, 0.9))));

        assertEquals(-0.25, improved.forgetting().orElseThrow());
        assertEquals(0.25, improved.backwardTransfer().orElseThrow());
    }

    @Test
    void metrics_singleTask_haveAccuracyOnly() {
        ContinualMetrics single = new ContinualMetrics(new AccuracyMatrix(List.of(List.of(0.75))));

        assertEquals(0.75, single.averageAccuracy());
        assertEquals(OptionalDouble.empty(), single.forgetting());
        assertEquals(OptionalDouble.empty(), single.backwardTransfer());
    }

    @Test
    void constructor_incompleteMatrix_isRefused() {
        AccuracyMatrix oneOfTwo = new AccuracyMatrix(List.of(List.of(0.9, 0.1)));

        assertEquals(
                "the matrix has 1 rows for 2 tasks; expected one for each",
                assertThrows(IllegalArgumentException.class, () -> new ContinualMetrics(oneOfTwo))
                        .getMessage());
    }
}
