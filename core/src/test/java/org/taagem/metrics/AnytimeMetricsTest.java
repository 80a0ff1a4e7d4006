package org.taagem.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.taagem.metrics.AnytimeMetrics.Point;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AnytimeMetricsTest {
    private static final double EXACTLY = 1e-15;

    /**
     * Three tasks: each dips right after the switch to the next and comes back. Tested at uneven distances, so that a
     * plain mean over evaluations would show.
     */
    private static final List<Point> RUN = List.of(
            point(10, List.of(0), List.of(0.5)),
            end(40, 0, List.of(0), List.of(0.9)),
            point(50, List.of(0, 1), List.of(0.2, 0.4)),
            end(80, 1, List.of(0, 1), List.of(0.8, 0.6)),
            point(90, List.of(0, 1, 2), List.of(0.7, 0.1, 0.4)),
            point(100, List.of(0, 1, 2), List.of(0.3, 0.5, 0.7)),
            end(120, 2, List.of(0, 1, 2), List.of(0.6, 0.7, 0.8)));

    private static Point point(long step, List<Integer> tasks, List<Double> accuracies) {
        return new Point(step, tasks, accuracies, OptionalInt.empty());
    }

    private static Point end(long step, int task, List<Integer> tasks, List<Double> accuracies) {
        return new Point(step, tasks, accuracies, OptionalInt.of(task));
    }

    @Test
    void averageAnytimeAccuracy_unevenDistances_weighsByTheBatchesBetween() {
        // (10 * 0.5 + 30 * 0.9 + 10 * 0.3 + 30 * 0.7 + 10 * 0.4 + 10 * 0.5 + 20 * 0.7) / 120
        assertEquals(
                79.0 / 120, new AnytimeMetrics(3, RUN).averageAnytimeAccuracy().orElseThrow(), EXACTLY);
    }

    @Test
    void averageAnytimeAccuracy_evenDistances_isTheMeanOverEvaluations() {
        List<Point> even = List.of(
                point(5, List.of(0), List.of(0.4)),
                end(10, 0, List.of(0), List.of(0.8)),
                end(15, 1, List.of(0, 1), List.of(0.5, 0.7)));

        assertEquals(0.6, new AnytimeMetrics(2, even).averageAnytimeAccuracy().orElseThrow(), EXACTLY);
    }

    @Test
    void averageMinimumAccuracy_threeTasks_isMeanOfTheLowestSinceEachWasLearned() {
        // task 0: 0.2 at step 50; task 1: 0.1 at step 90, not 0.4 before it was learned; the last has no later test
        assertEquals(0.15, new AnytimeMetrics(3, RUN).averageMinimumAccuracy().orElseThrow(), EXACTLY);
    }

    @Test
    void stabilityGap_threeTasks_isTheWorstFallSinceTheLastSwitch() {
        // task 0: 0.9 - 0.2 after the first switch, 0.8 - 0.3 after the second; task 1: 0.6 - 0.1
        assertEquals(0.7, new AnytimeMetrics(3, RUN).stabilityGap().orElseThrow(), EXACTLY);
    }

    @Test
    void stabilityGap_secondSwitchIsWorst_isMeasuredFromThatSwitch() {
        List<Point> late = new ArrayList<>(RUN);
        late.set(2, point(50, List.of(0, 1), List.of(0.7, 0.4)));

        // after the first switch 0.9 - 0.7; after the second 0.8 - 0.3 and 0.6 - 0.1
        assertEquals(0.5, new AnytimeMetrics(3, late).stabilityGap().orElseThrow(), EXACTLY);
    }

    @Test
    void stabilityGap_testedAtTheEndsOfTasksOnly_doesNotShowWhatWasBetween() {
        List<Point> ends =
                RUN.stream().filter(point -> point.finished().isPresent()).toList();

        // task 0 from 0.9 to 0.8, then from 0.8 to 0.6
        assertEquals(0.2, new AnytimeMetrics(3, ends).stabilityGap().orElseThrow(), EXACTLY);
        // 0.6 and 0.7
        assertEquals(0.65, new AnytimeMetrics(3, ends).averageMinimumAccuracy().orElseThrow(), EXACTLY);
    }

    @Test
    void stabilityGap_accuracyOnlyRises_isZero() {
        List<Point> rising =
                List.of(end(10, 0, List.of(0), List.of(0.5)), end(20, 1, List.of(0, 1), List.of(0.75, 0.5)));

        assertEquals(new Figure.Defined(0), new AnytimeMetrics(2, rising).stabilityGap());
        assertEquals(new Figure.Defined(0.75), new AnytimeMetrics(2, rising).averageMinimumAccuracy());
    }

    @Test
    void stabilityGap_tasksLearnedByTurns_countsATaskFromItsEndOn() {
        // task 1 is finished first, and task 0 was shown, and fell, before it was finished
        List<Point> shuffled = List.of(
                point(10, List.of(0), List.of(0.9)),
                end(20, 1, List.of(0, 1), List.of(0.1, 0.8)),
                point(30, List.of(0, 1), List.of(0.5, 0.4)),
                end(40, 0, List.of(0, 1), List.of(0.7, 0.6)));

        assertEquals(0.4, new AnytimeMetrics(2, shuffled).stabilityGap().orElseThrow(), EXACTLY);
        assertEquals(
                0.4, new AnytimeMetrics(2, shuffled).averageMinimumAccuracy().orElseThrow(), EXACTLY);
    }

    @Test
    void metrics_singleTask_haveNoSwitch() {
        AnytimeMetrics single = new AnytimeMetrics(
                1, List.of(point(10, List.of(0), List.of(0.5)), end(30, 0, List.of(0), List.of(0.8))));
        Figure alone = new Figure.Undefined("there is only one task");

        assertEquals(0.7, single.averageAnytimeAccuracy().orElseThrow(), EXACTLY);
        assertEquals(alone, single.averageMinimumAccuracy());
        assertEquals(alone, single.stabilityGap());
    }

    @Test
    void metrics_stoppedBeforeTheLastTaskWasLearned_areNotDefined() {
        AnytimeMetrics stopped = new AnytimeMetrics(3, RUN.subList(0, 6));
        Figure unfinished = new Figure.Undefined("only 2 of 3 tasks learned");

        assertEquals(unfinished, stopped.averageAnytimeAccuracy());
        assertEquals(unfinished, stopped.averageMinimumAccuracy());
        assertEquals(unfinished, stopped.stabilityGap());
        assertEquals(new Figure.Undefined("no task has been learned"), new AnytimeMetrics(3, List.of()).stabilityGap());
    }

    @Test
    void point_notAsManyAccuraciesAsTasks_isRefused() {
        assertEquals(
                "there are 1 accuracies for 2 tasks; expected one for each, and at least one",
                assertThrows(IllegalArgumentException.class, () -> point(1, List.of(0, 1), List.of(0.5)))
                        .getMessage());
    }

    @Property
    void metrics_anyAccuracies_areWithinTheirRanges(
            @ForAll @Size(min = 2, max = 8) List<@DoubleRange(min = 0, max = 1) Double> ofFirst) {
        List<Point> points = new ArrayList<>();
        points.add(end(10, 0, List.of(0), ofFirst.subList(0, 1)));
        for (int n = 1; n < ofFirst.size(); n++) {
            List<Double> both = List.of(ofFirst.get(n), 0.5);
            boolean last = n == ofFirst.size() - 1;
            points.add(last ? end(90, 1, List.of(0, 1), both) : point(10 + n, List.of(0, 1), both));
        }
        AnytimeMetrics metrics = new AnytimeMetrics(2, points);
        double lowest = ofFirst.stream().skip(1).mapToDouble(a -> a).min().orElseThrow();

        assertEquals(lowest, metrics.averageMinimumAccuracy().orElseThrow());
        assertEquals(
                Math.max(0, ofFirst.get(0) - lowest), metrics.stabilityGap().orElseThrow());
        double anytime = metrics.averageAnytimeAccuracy().orElseThrow();
        assertTrue(anytime >= 0 && anytime <= 1, () -> "anytime " + anytime);
    }
}
