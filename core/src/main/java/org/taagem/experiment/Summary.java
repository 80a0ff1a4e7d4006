package org.taagem.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.taagem.metrics.AccuracyMatrix;
import org.taagem.metrics.ContinualMetrics;
import org.taagem.metrics.LegacyMetrics;

/**
 * The numbers of a run, computed from what was measured.
 *
 * @param acc mean accuracy over all tasks at the end ({@link ContinualMetrics#averageAccuracy})
 * @param forgetting {@link ContinualMetrics#forgetting}
 * @param bwt {@link ContinualMetrics#backwardTransfer}
 * @param averageAccuracy {@link LegacyMetrics#averageAccuracy}
 * @param firstTaskAccuracy {@link LegacyMetrics#firstTaskAccuracy}
 * @param firstTaskForgetting {@link LegacyMetrics#firstTaskForgetting}
 * @param projectionRate share of all compared steps whose gradient was projected
 */
public record Summary(
        OptionalDouble acc,
        OptionalDouble forgetting,
        OptionalDouble bwt,
        OptionalDouble averageAccuracy,
        OptionalDouble firstTaskAccuracy,
        OptionalDouble firstTaskForgetting,
        double projectionRate) {
    /**
     * Computes the numbers. Those that need every task to have been learned are absent if one was not.
     *
     * @param evaluations all that was measured, in order
     * @param tasks the results of all finished tasks, in order
     * @return the numbers
     */
    public static Summary of(List<Evaluation> evaluations, List<TaskResult> tasks) {
        AccuracyMatrix matrix = matrix(tasks);
        Optional<ContinualMetrics> metrics =
                matrix.isComplete() ? Optional.of(new ContinualMetrics(matrix)) : Optional.empty();
        List<LegacyMetrics.Point> points = legacyPoints(evaluations);
        return new Summary(
                metrics.map(m -> OptionalDouble.of(m.averageAccuracy())).orElse(OptionalDouble.empty()),
                metrics.map(ContinualMetrics::forgetting).orElse(OptionalDouble.empty()),
                metrics.map(ContinualMetrics::backwardTransfer).orElse(OptionalDouble.empty()),
                LegacyMetrics.averageAccuracy(points),
                LegacyMetrics.firstTaskAccuracy(points),
                LegacyMetrics.firstTaskForgetting(points),
                evaluations.isEmpty()
                        ? 0
                        : evaluations.get(evaluations.size() - 1).projectionRate());
    }

    /** Rows and columns stand in the order in which the tasks were finished, which is not that of their ids if shuffled. */
    private static AccuracyMatrix matrix(List<TaskResult> tasks) {
        int count = tasks.isEmpty() ? 0 : tasks.get(0).accuracies().size();
        List<Integer> finished = tasks.stream().map(TaskResult::taskId).toList();
        List<Integer> columns = Stream.concat(
                        finished.stream(), IntStream.range(0, count).boxed().filter(k -> !finished.contains(k)))
                .toList();
        return new AccuracyMatrix(tasks.stream()
                .map(task -> columns.stream().map(task.accuracies()::get).toList())
                .toList());
    }

    private static List<LegacyMetrics.Point> legacyPoints(List<Evaluation> evaluations) {
        return evaluations.stream()
                .map(evaluation -> new LegacyMetrics.Point(
                        evaluation.taskId(), evaluation.overallAccuracy(), firstTaskAccuracy(evaluation)))
                .toList();
    }

    private static OptionalDouble firstTaskAccuracy(Evaluation evaluation) {
        int column = evaluation.tasksSeen().indexOf(0);
        return column < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(evaluation.individualAccuracies().get(column));
    }
}
