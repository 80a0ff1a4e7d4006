package org.taagem.experiment;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.taagem.experiment.Summary.Measured;
import org.taagem.metrics.AccuracyMatrix;
import org.taagem.metrics.AnytimeMetrics;
import org.taagem.metrics.ContinualMetrics;
import org.taagem.metrics.Figure;
import org.taagem.metrics.LegacyMetrics;
import org.taagem.metrics.Metric;
import org.taagem.metrics.StorageMetrics;

/** Draws the figures of a run from what it has measured. */
final class Figures {
    private final Measured run;
    /** Ids of the tasks in the order of rows and columns: as they were finished, then those that were not. */
    private final List<Integer> order;
    /** The finished tasks, by their last step. */
    private final Map<Long, TaskResult> ends = new HashMap<>();
    /** The evaluation at the end of each finished task. */
    private final List<Evaluation> atEnds;

    private final Map<Metric, Figure> figures = new EnumMap<>(Metric.class);

    Figures(Measured run) {
        this.run = run;
        List<Integer> finished = run.tasks().stream().map(TaskResult::taskId).toList();
        order = Stream.concat(
                        finished.stream(),
                        IntStream.range(0, run.stream().tasks().size()).boxed().filter(k -> !finished.contains(k)))
                .toList();
        run.tasks().forEach(task -> ends.put(task.step(), task));
        atEnds = run.evaluations().stream()
                .filter(evaluation -> ends.containsKey(evaluation.step()))
                .toList();
        if (atEnds.size() != finished.size()) {
            throw new IllegalArgumentException("there are " + atEnds.size() + " evaluations at the ends of "
                    + finished.size() + " tasks; expected one for each");
        }
    }

    Map<Metric, Figure> all() {
        ofMatrix(new ContinualMetrics(matrix()));
        ofAllEvaluations();
        figures.put(Metric.MEMORY_EFFICIENCY, memoryEfficiency());
        figures.put(Metric.PROJECTION_RATE, projectionRate());
        legacy();
        return figures;
    }

    private AccuracyMatrix matrix() {
        return new AccuracyMatrix(run.tasks().stream()
                .map(task -> order.stream().map(k -> accuracy(task, k)).toList())
                .toList());
    }

    private static OptionalDouble accuracy(TaskResult result, int task) {
        List<Double> row = result.accuracies();
        return task < row.size() ? OptionalDouble.of(row.get(task)) : OptionalDouble.empty();
    }

    private void ofMatrix(ContinualMetrics metrics) {
        figures.put(Metric.ACC, metrics.averageAccuracy());
        figures.put(Metric.FORGETTING, metrics.forgetting());
        figures.put(Metric.BWT, metrics.backwardTransfer());
        figures.put(Metric.FWT, forwardTransfer(metrics));
        figures.put(Metric.LEARNING_ACCURACY, metrics.learningAccuracy());
    }

    private Figure forwardTransfer(ContinualMetrics metrics) {
        if (run.untrained().isEmpty()) {
            return new Figure.Undefined("the untrained network has not been tested");
        }
        for (int i = 1; i < run.tasks().size(); i++) {
            if (atEnds.get(i - 1).tasksSeen().contains(order.get(i))) {
                return new Figure.Undefined(
                        "'" + name(i) + "' was being learned before '" + name(i - 1) + "' was over");
            }
        }
        return metrics.forwardTransfer(order.stream().map(run.untrained()::get).toList());
    }

    private String name(int position) {
        return run.stream().tasks().get(order.get(position));
    }

    private void ofAllEvaluations() {
        AnytimeMetrics metrics = new AnytimeMetrics(
                run.stream().tasks().size(),
                run.evaluations().stream().map(this::point).toList());
        figures.put(Metric.AVERAGE_ANYTIME_ACCURACY, metrics.averageAnytimeAccuracy());
        figures.put(Metric.MIN_ACC, metrics.averageMinimumAccuracy());
        figures.put(Metric.STABILITY_GAP, metrics.stabilityGap());
    }

    private AnytimeMetrics.Point point(Evaluation evaluation) {
        TaskResult end = ends.get(evaluation.step());
        return new AnytimeMetrics.Point(
                evaluation.step(),
                evaluation.tasksSeen(),
                evaluation.individualAccuracies(),
                end == null ? OptionalInt.empty() : OptionalInt.of(end.taskId()));
    }

    private Figure memoryEfficiency() {
        if (run.stream().trainSamples().isEmpty()) {
            return new Figure.Undefined("the number of training samples is not known");
        }
        return StorageMetrics.storageEfficiency(
                atEnds.stream().map(Evaluation::memorySize).toList(),
                run.stream().trainSamples());
    }

    private Figure projectionRate() {
        OptionalDouble rate = run.evaluations().isEmpty()
                ? OptionalDouble.empty()
                : run.evaluations().get(run.evaluations().size() - 1).projectionRate();
        return Figure.of(rate, "the learner compared no gradient with one of the memory");
    }

    private void legacy() {
        List<LegacyMetrics.Point> points = run.evaluations().stream()
                .map(evaluation -> new LegacyMetrics.Point(
                        evaluation.taskId(), evaluation.overallAccuracy(), firstTaskAccuracy(evaluation)))
                .toList();
        figures.put(
                Metric.AVERAGE_ACCURACY, Figure.of(LegacyMetrics.averageAccuracy(points), "nothing has been tested"));
        figures.put(
                Metric.FIRST_TASK_ACCURACY,
                Figure.of(LegacyMetrics.firstTaskAccuracy(points), "the first task has not been tested"));
        figures.put(
                Metric.FIRST_TASK_FORGETTING,
                Figure.of(
                        LegacyMetrics.firstTaskForgetting(points),
                        "the first task was not tested both before and after it was over"));
    }

    private static OptionalDouble firstTaskAccuracy(Evaluation evaluation) {
        int column = evaluation.tasksSeen().indexOf(0);
        return column < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(evaluation.individualAccuracies().get(column));
    }
}
