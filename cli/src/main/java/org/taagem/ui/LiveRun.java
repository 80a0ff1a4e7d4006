package org.taagem.ui;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

import com.fasterxml.jackson.core.JsonGenerator;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.TaskResult;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;
import org.taagem.report.html.Axis;
import org.taagem.report.html.Charts;
import org.taagem.report.html.LineChart;

/**
 * A run as its page shows it while it goes on.
 *
 * @param row its row in the list
 * @param record what it has recorded so far
 */
record LiveRun(RunRow row, RunRecord record) {
    private static final List<Metric> METRICS =
            List.of(Metric.ACC, Metric.AVERAGE_ANYTIME_ACCURACY, Metric.FORGETTING, Metric.BWT, Metric.PROJECTION_RATE);
    private static final Axis STEP = Axis.of("step");

    byte[] toJson() {
        return RunsJson.object(json -> {
            json.writeFieldName("run");
            RunsJson.write(row, json);
            json.writeArrayFieldStart("figures");
            for (Metric metric : METRICS) {
                write(metric, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("charts");
            write(json, "accuracy", "Accuracy of every task", accuracies());
            write(json, "loss", "Mean loss since the epoch began", lines("loss in nats", Evaluation::epochLoss));
            write(json, "memory", "Samples in memory", lines("samples", Evaluation::memorySize));
            json.writeEndArray();
        });
    }

    private void write(Metric metric, JsonGenerator json) throws IOException {
        Figure figure = record.summary().get(metric);
        json.writeStartObject();
        json.writeStringField("name", metric.title());
        json.writeStringField("meaning", metric.meaning());
        if (figure instanceof Figure.Defined defined) {
            json.writeNumberField("value", defined.value());
        } else if (figure instanceof Figure.Undefined undefined) {
            json.writeNullField("value");
            json.writeStringField("reason", undefined.reason());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String id, String title, LineChart chart) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("title", title);
        json.writeStringField("caption", chart.y().name() + ", at every evaluation so far");
        json.writeFieldName("data");
        json.writeRawValue(Charts.toJson(chart));
        json.writeEndObject();
    }

    private LineChart accuracies() {
        Map<Integer, List<Double>> steps = new TreeMap<>();
        Map<Integer, List<Double>> accuracies = new TreeMap<>();
        for (Evaluation evaluation : record.evaluations()) {
            for (int i = 0; i < evaluation.tasksSeen().size(); i++) {
                int task = evaluation.tasksSeen().get(i);
                steps.computeIfAbsent(task, id -> new ArrayList<>()).add((double) evaluation.step());
                accuracies
                        .computeIfAbsent(task, id -> new ArrayList<>())
                        .add(evaluation.individualAccuracies().get(i));
            }
        }
        List<LineChart.Line> lines = new ArrayList<>();
        steps.forEach((task, at) ->
                lines.add(new LineChart.Line(taskName(task), at, accuracies.getOrDefault(task, List.of()))));
        return new LineChart(STEP, Axis.share("accuracy"), lines, switches(), LineChart.Style.LINES);
    }

    private String taskName(int task) {
        List<String> names = record.stream().tasks();
        return task < names.size() ? names.get(task) : "task " + task;
    }

    /** Where one task was over and the next one began. */
    private List<LineChart.Mark> switches() {
        return record.tasks().stream()
                .filter(task -> task.step() < record.stream().steps())
                .map(TaskResult::step)
                .map(step -> new LineChart.Mark(step, "switch"))
                .toList();
    }

    private LineChart lines(String what, ToDoubleFunction<Evaluation> value) {
        List<Double> steps = record.evaluations().stream()
                .map(evaluation -> (double) evaluation.step())
                .toList();
        List<Double> values =
                record.evaluations().stream().mapToDouble(value).boxed().toList();
        List<LineChart.Line> line = steps.isEmpty() ? List.of() : List.of(new LineChart.Line(what, steps, values));
        return new LineChart(STEP, Axis.fromZero(what), line, switches(), LineChart.Style.LINES);
    }
}
