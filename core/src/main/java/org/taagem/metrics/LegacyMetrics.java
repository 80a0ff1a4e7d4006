package org.taagem.metrics;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The numbers that the Python original reports, for comparison with its results. They are means over the whole run, not
 * figures of its end.
 */
public final class LegacyMetrics {
    private LegacyMetrics() {}

    /**
     * One evaluation, as these numbers need it.
     *
     * @param task id of the task that was being learned
     * @param overallAccuracy share of right answers among the test samples of all tasks seen so far together, 0..1
     * @param firstTaskAccuracy accuracy on task 0, 0..1
     */
    public record Point(int task, double overallAccuracy, double firstTaskAccuracy) {}

    /**
     * Returns the mean over all evaluations of the accuracy pooled over all tasks seen so far.
     *
     * @param points all evaluations, in order
     * @return 0..1; not defined without an evaluation
     */
    public static OptionalDouble averageAccuracy(List<Point> points) {
        return points.stream().mapToDouble(Point::overallAccuracy).average();
    }

    /**
     * Returns the mean over all evaluations of the accuracy on the first task.
     *
     * @param points all evaluations, in order
     * @return 0..1; not defined without an evaluation
     */
    public static OptionalDouble firstTaskAccuracy(List<Point> points) {
        return points.stream().mapToDouble(Point::firstTaskAccuracy).average();
    }

    /**
     * Returns the best accuracy on the first task while it was learned, minus its accuracy later, as a mean over all
     * evaluations while other tasks were learned.
     *
     * @param points all evaluations, in order
     * @return -1..1; not defined if only one task was learned
     */
    public static OptionalDouble firstTaskForgetting(List<Point> points) {
        OptionalDouble best = points.stream()
                .filter(point -> point.task() == 0)
                .mapToDouble(Point::firstTaskAccuracy)
                .max();
        if (best.isEmpty()) {
            return best;
        }
        return points.stream()
                .filter(point -> point.task() != 0)
                .mapToDouble(point -> best.getAsDouble() - point.firstTaskAccuracy())
                .average();
    }
}
