package org.taagem.metrics;

import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.taagem.metrics.LegacyMetrics.Point;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LegacyMetricsTest {
    private static final double EXACTLY = 1e-15;

    private final List<Point> points = List.of(
            new Point(0, 0.8, 0.8), //
            new Point(0, 0.7, 0.7),
            new Point(1, 0.6, 0.5),
            new Point(2, 0.5, 0.2));

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
}
