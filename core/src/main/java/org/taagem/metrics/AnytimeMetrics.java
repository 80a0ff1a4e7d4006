package org.taagem.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Numbers that say how well a learner does all along, drawn from every evaluation of a run, not only from those at the ends of
 * tasks. None is defined before every task has been learned.
 *
 * <p>They see no more than was measured: the more often accuracy is tested, the more a dip between two tests shows.
 */
public final class AnytimeMetrics {
    private final int tasks;
    private final List<Point> points;
    private final int learned;

    /**
     * One evaluation.
     *
     * @param step batches learned so far, at least 1
     * @param tasks ids of the tasks seen so far, at least one
     * @param accuracies accuracy on each of those, in the same order, 0..1
     * @param finished the task whose last batch has just been learned, if one's has
     */
    public record Point(long step, List<Integer> tasks, List<Double> accuracies, OptionalInt finished) {
        public Point {
            if (tasks.isEmpty() || tasks.size() != accuracies.size()) {
                throw new IllegalArgumentException("there are " + accuracies.size() + " accuracies for " + tasks.size()
                        + " tasks; expected one for each, and at least one");
            }
        }
    }

    /**
     * Takes evaluations to measure.
     *
     * @param tasks number of tasks of the stream, at least 1
     * @param points all evaluations, in order
     */
    public AnytimeMetrics(int tasks, List<Point> points) {
        this.tasks = tasks;
        this.points = points;
        learned = (int)
                points.stream().filter(point -> point.finished.isPresent()).count();
    }

    /**
     * Average anytime accuracy: the mean over time of the mean accuracy on the tasks seen so far (Caccia et al. 2022,
     * <a href="https://arxiv.org/abs/2104.05025">arXiv:2104.05025</a>). Each evaluation n counts as many times as batches
     * were learned since the one before it: {@code sum over n of (s[n] - s[n-1]) AA[n] / s[N]}, the area under the curve of
     * Koh et al. (2022, <a href="https://arxiv.org/abs/2110.10031">arXiv:2110.10031</a>) divided by its length. So an
     * evaluation at the end of a task, which comes in addition, carries no weight that is not its own.
     *
     * @return 0..1, more is better
     */
    public Figure averageAnytimeAccuracy() {
        if (learned < tasks) {
            return unfinished();
        }
        double area = 0;
        long before = 0;
        for (Point point : points) {
            double mean = point.accuracies.stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow();
            area += (point.step - before) * mean;
            before = point.step;
        }
        return new Figure.Defined(area / before);
    }

    /**
     * Min-ACC, average minimum accuracy: {@code mean over j < T of (min of A[n][j] over all evaluations n after the end of
     * task j)} (De Lange et al. 2023, <a href="https://arxiv.org/abs/2205.13452">arXiv:2205.13452</a>). If more evaluations
     * are made, it can only fall.
     *
     * @return 0..1, more is better; not defined for a single task
     */
    public Figure averageMinimumAccuracy() {
        return ofSwitches(falls -> falls.lowest.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow());
    }

    /**
     * Stability gap: the worst dip of a learned task's accuracy after a task switch, as De Lange et al. (2023) have found
     * them: {@code max over i < T and j <= i of R[i][j] - (min of A[n][j] over the evaluations n from the end of task i to the
     * end of task i + 1)}, with the evaluation at the end of task i among them. The paper shows such dips and gives no
     * number for them; this one is a lower bound, as a dip that nobody tested does not show.
     *
     * @return 0..1, less is better; not defined for a single task
     */
    public Figure stabilityGap() {
        return ofSwitches(falls -> falls.worst);
    }

    private Figure ofSwitches(ToDoubleFunction<Falls> value) {
        if (learned < tasks) {
            return unfinished();
        }
        return tasks == 1 ? ContinualMetrics.ofSingleTask() : new Figure.Defined(value.applyAsDouble(falls()));
    }

    private Figure unfinished() {
        return new Figure.Undefined(ContinualMetrics.unfinished(learned, tasks));
    }

    private Falls falls() {
        Falls falls = new Falls();
        for (Point point : points) {
            falls.take(point);
        }
        return falls;
    }

    /** How far the accuracies of learned tasks fall, one evaluation after the other. */
    private static final class Falls {
        /** Accuracy on every learned task at the last task switch. */
        private final Map<Integer, Double> atSwitch = new HashMap<>();
        /** Lowest accuracy on every learned task since it was over, once it was tested again; in the order of the ids. */
        private final Map<Integer, Double> lowest = new TreeMap<>();

        private double worst;

        void take(Point point) {
            for (int k = 0; k < point.tasks.size(); k++) {
                int task = point.tasks.get(k);
                double accuracy = point.accuracies.get(k);
                Double before = atSwitch.get(task);
                if (before != null) {
                    worst = Math.max(worst, before - accuracy);
                    lowest.merge(task, accuracy, Math::min);
                }
                if (point.finished.isPresent() && (before != null || task == point.finished.getAsInt())) {
                    atSwitch.put(task, accuracy);
                }
            }
        }
    }
}
