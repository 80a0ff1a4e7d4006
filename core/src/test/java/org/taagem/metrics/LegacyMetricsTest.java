package org.taagem.metrics;

import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.taagem.metrics.LegacyMetrics.Point;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LegacyMetricsTest {
    private static final double EXACTLY = 1e-15;

    private final List<Point> points = List.of(
            point(0, 0.8, 0.8), //
            point(0, 0.7, 0.7),
            point(1, 0.6, 0.5),
            point(2, 0.5, 0.2));

    private static Point point(int task, double overallAccuracy, double firstTaskAccuracy) {
        return new Point(task, overallAccuracy, OptionalDouble.of(firstTaskAccuracy));
    }

    @Test
    void averageAccuracy_fourEvaluations_isTheirMean() {
        // (0.8 + 0.7 + 0.6 + 0.5) / 4
        assertEquals(0.65, LegacyMetrics.averageAccuracy(points).orElseThrow(), EXACTLY);
    }

    @Test
    void firstTaskAccuracy_fourEvaluations_isTheirMean() {
        // (0.8 + 0.7 + 0.5 + 0.2) / 4
        assertEquals(0.55, LegacyMetrics.firstTaskAccuracy(points).orElseThrow(), EXACTLY);
    }

    @Test
    void firstTaskForgetting_bestBeforeTheLastEpochOfTheTask_countsFromTheBest() {
        // ((0.8 - 0.5) + (0.8 - 0.2)) / 2
        assertEquals(0.45, LegacyMetrics.firstTaskForgetting(points).orElseThrow(), EXACTLY);
    }

    @Test
    void firstTaskForgetting_onlyOneTask_isNotDefined() {
        assertEquals(OptionalDouble.empty(), LegacyMetrics.firstTaskForgetting(points.subList(0, 2)));
        assertEquals(OptionalDouble.empty(), LegacyMetrics.firstTaskForgetting(points.subList(2, 4)));
    }

    @Test
    void metrics_noEvaluation_areNotDefined() {
        assertEquals(OptionalDouble.empty(), LegacyMetrics.averageAccuracy(List.of()));
        assertEquals(OptionalDouble.empty(), LegacyMetrics.firstTaskAccuracy(List.of()));
        assertEquals(OptionalDouble.empty(), LegacyMetrics.firstTaskForgetting(List.of()));
    }

    @Test
    void metrics_firstTaskNotYetSeen_countForTheAverageOnly() {
        List<Point> late = List.of(new Point(1, 0.9, OptionalDouble.empty()), point(0, 0.7, 0.6), point(1, 0.5, 0.4));

        // (0.9 + 0.7 + 0.5) / 3, (0.6 + 0.4) / 2 and 0.6 - 0.4
        assertEquals(0.7, LegacyMetrics.averageAccuracy(late).orElseThrow(), EXACTLY);
        assertEquals(0.5, LegacyMetrics.firstTaskAccuracy(late).orElseThrow(), EXACTLY);
        assertEquals(0.2, LegacyMetrics.firstTaskForgetting(late).orElseThrow(), EXACTLY);
    }
}
