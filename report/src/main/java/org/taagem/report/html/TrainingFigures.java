package org.taagem.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.TaskResult;
import org.taagem.report.RunRecordFile;
import org.taagem.report.html.LineChart.Style;

/** How a run went on: losses, learning rate, projections, and the time it took. */
final class TrainingFigures {
    private final RunRecord record;
    private final Optional<LossSeries> losses;
    private final RunTimeline timeline;

    TrainingFigures(ReportedRun run) {
        record = run.record();
        losses = run.losses().filter(series -> series.size() > 0);
        timeline = new RunTimeline(record);
    }

    Section section() {
        List<Content> contents = new ArrayList<>();
        if (losses.isPresent()) {
            batches(losses.get(), contents);
        } else if (!record.evaluations().isEmpty()) {
            contents.add(new Note("The losses of all batches are not there (" + RunRecordFile.LOSSES
                    + "); below are their means over epochs."));
            epochs(contents);
        }
        contents.add(projections());
        if (record.tasks().stream().anyMatch(task -> task.trainingTime().isPresent())) {
            contents.add(time());
        }
        return new Section("training", "Training", contents);
    }

    private void batches(LossSeries series, List<Content> contents) {
        Buckets buckets = new Buckets(series.size());
        contents.add(new ChartFigure(
                "loss",
                "Loss",
                timeline.chart(Axis.of("loss (nats)"), List.of(buckets.line("loss", series::loss)), Style.LINES),
                "Mean loss of every batch before its step. " + reading(buckets)));
        contents.add(new ChartFigure(
                "learning-rate",
                "Learning rate",
                timeline.chart(
                        Axis.of("learning rate"),
                        List.of(buckets.line("learning rate", series::learningRate)),
                        Style.LINES),
                "Learning rate of every step. " + reading(buckets)));
    }

    private static String reading(Buckets buckets) {
        return buckets.perBucket() == 1
                ? "Each point is one batch."
                : String.format(
                        Locale.ROOT,
                        "Each point is the mean of %,d batches, and the band goes from the lowest to the highest of them;"
                                + " the CSV has these numbers, and %s those of all batches.",
                        buckets.perBucket(),
                        RunRecordFile.LOSSES);
    }

    private void epochs(List<Content> contents) {
        contents.add(new ChartFigure(
                "loss",
                "Loss",
                timeline.chart(
                        Axis.of("loss (nats)"), List.of(timeline.line("loss", Evaluation::epochLoss)), Style.LINES),
                "Mean of the batch losses since the epoch began." + timeline.thinned()));
        contents.add(new ChartFigure(
                "learning-rate",
                "Learning rate",
                timeline.chart(
                        Axis.of("learning rate"),
                        List.of(timeline.line("learning rate", Evaluation::learningRate)),
                        Style.LINES),
                "Learning rate of the last step before each evaluation." + timeline.thinned()));
    }

    private Content projections() {
        boolean any = record.evaluations().stream()
                .anyMatch(evaluation -> evaluation.projectionRate().isPresent());
        if (!any) {
            return new Text("No gradient was compared with one of the memory, so there is no projection rate.");
        }
        return new ChartFigure(
                "projection-rate",
                "Projection rate",
                timeline.chart(
                        Axis.share("share of compared steps"),
                        List.of(timeline.lineWhereDefined(
                                "projected",
                                evaluation -> evaluation.projectionRate().orElse(Double.NaN))),
                        Style.LINES),
                "Share of the steps so far, of those compared with the memory, whose gradient would have hurt it and was"
                        + " projected." + timeline.thinned());
    }

    private static double orNaN(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    private ChartFigure time() {
        List<TaskResult> tasks = record.tasks();
        return new ChartFigure(
                "time",
                "Time per task",
                new BarChart(
                        new Names(
                                "task", tasks.stream().map(RunTimeline::number).toList()),
                        Axis.fromZero("seconds"),
                        List.of(
                                new BarChart.Bars(
                                        "training",
                                        tasks.stream()
                                                .map(task -> orNaN(task.trainingTime()))
                                                .toList()),
                                new BarChart.Bars(
                                        "testing",
                                        tasks.stream()
                                                .map(task -> orNaN(task.evaluationTime()))
                                                .toList())),
                        true),
                "Seconds spent in training and in testing. With a second processor the two go on side by side, so together they"
                        + " may be more than the wall time of the run" + wallTime() + ".");
    }

    private String wallTime() {
        OptionalDouble wall = record.wallTime();
        return wall.isPresent() ? String.format(Locale.ROOT, ", %.1f s", wall.getAsDouble()) : "";
    }
}
