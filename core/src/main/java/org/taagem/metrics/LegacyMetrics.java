package org.taagem.metrics;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;

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
     * @param firstTaskAccuracy accuracy on task 0, 0..1; absent until it has been seen
     */
    public record Point(int task, double overallAccuracy, OptionalDouble firstTaskAccuracy) {}

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
     * Returns the mean over all evaluations since the first task was seen of the accuracy on it.
     *
     * @param points all evaluations, in order
     * @return 0..1; not defined without such an evaluation
     */
    public static OptionalDouble firstTaskAccuracy(List<Point> points) {
        return ofFirstTask(points, task -> true).average();
    }

    /**
     * Returns the best accuracy on the first task while it was learned, minus its accuracy later, as a mean over all
     * evaluations while other tasks learned.
     *
     * @param points all evaluations, in order
     * @return -1..1; not defined if only one task was learned
     */
    public static OptionalDouble firstTaskForgetting(List<Point> points) {
        OptionalDouble best = ofFirstTask(points, task -> task == 0).max();
        if (best.isEmpty()) {
            return best;
        }
        return ofFirstTask(points, task -> task != 0)
                .map(accuracy -> best.getAsDouble() - accuracy)
                .average();
    }

    /** Returns the accuracies on the first task, where it has been seen, while certain tasks learned. */
    private static DoubleStream ofFirstTask(List<Point> points, IntPredicate learned) {
        return points.stream()
                .filter(point -> learned.test(point.task()))
                .flatMapToDouble(point -> point.firstTaskAccuracy().stream());
    }
}
