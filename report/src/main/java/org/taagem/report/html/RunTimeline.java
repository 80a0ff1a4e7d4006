package org.taagem.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.TaskResult;
import org.taagem.report.html.LineChart.Line;
import org.taagem.report.html.LineChart.Mark;
import org.taagem.report.html.LineChart.Style;

/** Everything that is drawn over the steps of a run has the same axis and the same marks. */
final class RunTimeline {
    private final RunRecord record;

    RunTimeline(RunRecord record) {
        this.record = record;
    }

    /** Returns the name of a task, or of one that the record does not name. */
    static String task(RunRecord record, int id) {
        List<String> names = record.stream().tasks();
        String number = "task " + (id + 1);
        return id >= 0 && id < names.size() && !names.get(id).equals(number) ? number + ": " + names.get(id) : number;
    }

    /** Returns what a task is called where there is little room. */
    static String number(TaskResult result) {
        return "task " + (result.taskId() + 1);
    }

    List<Evaluation> evaluations() {
        return record.evaluations();
    }

    LineChart chart(Axis y, List<Line> lines, Style style) {
        return new LineChart(axis(), y, lines, marks(), style);
    }

    private Axis axis() {
        double most = Math.max(
                record.stream().steps(),
                evaluations().stream().mapToLong(Evaluation::step).max().orElse(0));
        return most > 0 ? new Axis("step", OptionalDouble.of(0), OptionalDouble.of(most)) : Axis.fromZero("step");
    }

    /** Where another task began, as far as evaluations tell. */
    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        int task = -1;
        double before = 0;
        for (Evaluation evaluation : evaluations()) {
            if (evaluation.taskId() != task) {
                task = evaluation.taskId();
                marks.add(new Mark(before, "task " + (task + 1)));
            }
            before = evaluation.step();
        }
        return marks;
    }

    /** Makes a line with a point for each evaluation. */
    Line line(String name, ToDoubleFunction<Evaluation> value) {
        return new Line(
                name, steps(), evaluations().stream().map(value::applyAsDouble).toList());
    }

    /** Makes a line with a point for each evaluation that has a value. */
    Line lineWhereDefined(String name, ToDoubleFunction<Evaluation> value) {
        List<Double> steps = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Evaluation evaluation : evaluations()) {
            double at = value.applyAsDouble(evaluation);
            if (!Double.isNaN(at)) {
                steps.add((double) evaluation.step());
                values.add(at);
            }
        }
        return new Line(name, steps, values);
    }

    private List<Double> steps() {
        return evaluations().stream()
                .map(evaluation -> (double) evaluation.step())
                .toList();
    }
}
