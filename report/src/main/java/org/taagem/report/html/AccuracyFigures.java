package org.taagem.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.TaskResult;
import org.taagem.report.html.LineChart.Line;
import org.taagem.report.html.LineChart.Style;

/** What was measured of a run's accuracy. */
final class AccuracyFigures {
    private final RunRecord record;
    private final RunTimeline timeline;

    AccuracyFigures(RunRecord record) {
        this.record = record;
        timeline = new RunTimeline(record);
    }

    Section section() {
        List<Content> contents = new ArrayList<>();
        if (record.evaluations().isEmpty()) {
            contents.add(new Note("Nothing has been tested."));
        } else {
            contents.add(byTask());
            contents.add(average());
        }
        if (record.tasks().isEmpty()) {
            contents.add(new Note("No task is over, so there is no accuracy matrix."));
        } else {
            contents.add(matrix());
        }
        if (record.tasks().size() > 1) {
            contents.add(forgetting());
        }
        return new Section("accuracy", "Accuracy", contents);
    }

    private ChartFigure byTask() {
        List<Line> lines = IntStream.range(0, record.stream().tasks().size())
                .mapToObj(task -> timeline.lineWhereDefined(
                        RunTimeline.task(record, task), evaluation -> accuracy(evaluation, task)))
                .filter(line -> !line.x().isEmpty())
                .toList();
        return new ChartFigure(
                "accuracy-by-task",
                "Accuracy of every task",
                timeline.chart(Axis.share("accuracy"), lines, Style.LINES),
                "Share of right answers on the test samples of each task, from when the stream first showed it."
                        + " Dotted lines: another task is learned." + timeline.thinned());
    }

    private static double accuracy(Evaluation evaluation, int task) {
        int column = evaluation.tasksSeen().indexOf(task);
        return column < 0 ? Double.NaN : evaluation.individualAccuracies().get(column);
    }

    private ChartFigure average() {
        return new ChartFigure(
                "average-accuracy",
                "Average accuracy",
                timeline.chart(
                        Axis.share("accuracy"),
                        List.of(
                                timeline.line("mean over the tasks seen so far", AccuracyFigures::mean),
                                timeline.line("test samples pooled", Evaluation::overallAccuracy)),
                        Style.LINES),
                "Over the tasks seen so far: the mean of their accuracies, and the share of right answers among all their"
                        + " test samples together." + timeline.thinned());
    }

    private static double mean(Evaluation evaluation) {
        return evaluation.individualAccuracies().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    private ChartFigure matrix() {
        List<Integer> order = order();
        List<List<Double>> rows = record.tasks().stream()
                .map(result -> order.stream().map(task -> at(result, task)).toList())
                .toList();
        return new ChartFigure(
                "accuracy-matrix",
                "Accuracy matrix",
                new HeatMap(
                        new Names(
                                "tested on",
                                order.stream().map(task -> "task " + (task + 1)).toList()),
                        new Names(
                                "after learning",
                                record.tasks().stream()
                                        .map(result -> RunTimeline.task(record, result.taskId()))
                                        .toList()),
                        Axis.share("accuracy"),
                        rows),
                "Each row: accuracy on every task when the task of the row was over. On the diagonal a task has just been"
                        + " learned; left of it is what is remembered, right of it what was not seen yet.");
    }

    /** Tasks in the order in which they were finished, then the others. */
    private List<Integer> order() {
        List<Integer> order =
                new ArrayList<>(record.tasks().stream().map(TaskResult::taskId).toList());
        IntStream.range(0, record.stream().tasks().size())
                .filter(task -> !order.contains(task))
                .forEach(order::add);
        return order;
    }

    private static double at(TaskResult result, int task) {
        return task < result.accuracies().size() ? result.accuracies().get(task) : Double.NaN;
    }

    private ChartFigure forgetting() {
        List<TaskResult> before = record.tasks().subList(0, record.tasks().size() - 1);
        return new ChartFigure(
                "forgetting-by-task",
                "Forgetting and backward transfer of every task",
                new BarChart(
                        new Names(
                                "task", before.stream().map(RunTimeline::number).toList()),
                        Axis.of("accuracy lost, gained"),
                        List.of(
                                new BarChart.Bars(
                                        "forgetting",
                                        before.stream().map(this::forgetting).toList()),
                                new BarChart.Bars(
                                        "BWT",
                                        before.stream().map(this::transfer).toList())),
                        false),
                "Forgetting: best accuracy before the last task was over, minus that after it. BWT: accuracy after it, minus"
                        + " that when the task had just been learned. Their means over these tasks are the figures above.");
    }

    private double last(int task) {
        return at(record.tasks().get(record.tasks().size() - 1), task);
    }

    private double forgetting(TaskResult learned) {
        double best = record.tasks().subList(0, record.tasks().size() - 1).stream()
                .mapToDouble(result -> at(result, learned.taskId()))
                .filter(accuracy -> !Double.isNaN(accuracy))
                .max()
                .orElse(Double.NaN);
        return best - last(learned.taskId());
    }

    private double transfer(TaskResult learned) {
        return last(learned.taskId()) - at(learned, learned.taskId());
    }
}
