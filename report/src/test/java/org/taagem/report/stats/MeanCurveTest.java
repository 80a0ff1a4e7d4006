package org.taagem.report.stats;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.taagem.metrics.Metric;
import org.taagem.report.StoredRun;
import org.taagem.report.stats.MeanCurve.Point;
import org.taagem.report.stats.MeanCurve.Quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.taagem.report.stats.MadeUpRuns.run;

class MeanCurveTest {
    private static RunGroup group(StoredRun... runs) {
        return RunGroups.of(List.of(runs)).get(0);
    }

    private static final RunGroup TWO = group(run("a", 0.5, "seed", 1L), run("b", 0.75, "seed", 2L));

    /** After the second epoch the tasks are known by 0.5 or 0.75, and by 0.5. */
    @Test
    void of_accuracy_isThatOfAllTasksSeen() {
        assertEquals(
                new MeanCurve(List.of(
                        new Point(1, new Sample(List.of(0.9, 0.9))),
                        new Point(2, new Sample(List.of(0.5, 0.625))),
                        new Point(3, new Sample(List.of(0.5, 0.75))))),
                MeanCurve.of(TWO, Quantity.ACCURACY));
    }

    @Test
    void of_firstTaskAccuracy_isThatOfTheFirst() {
        assertEquals(
                new MeanCurve(List.of(
                        new Point(1, new Sample(List.of(0.9, 0.9))),
                        new Point(2, new Sample(List.of(0.5, 0.75))),
                        new Point(3, new Sample(List.of(0.5, 0.75))))),
                MeanCurve.of(TWO, Quantity.FIRST_TASK_ACCURACY));
    }

    @Test
    void of_firstTaskForgetting_beginsWithTheNextTask() {
        assertEquals(
                new MeanCurve(List.of(
                        new Point(2, new Sample(List.of(0.9 - 0.5, 0.9 - 0.75))),
                        new Point(3, new Sample(List.of(0.9 - 0.5, 0.9 - 0.75))))),
                MeanCurve.of(TWO, Quantity.FIRST_TASK_FORGETTING));
    }

    /** The mean of its forgetting over epochs is the metric of the record. */
    @Test
    void of_firstTaskForgetting_hasTheMeanOfTheMetric() {
        RunGroup one = group(run("a", 0.5));
        double mean = MeanCurve.of(one, Quantity.FIRST_TASK_FORGETTING).points().stream()
                .mapToDouble(point -> point.values().mean().orElseThrow())
                .average()
                .orElseThrow();
        assertEquals(one.sample(Metric.FIRST_TASK_FORGETTING).mean().orElseThrow(), mean, 1e-15);
    }
}
