package org.taagem.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.TaskResult;
import org.taagem.report.RunRecordFile;
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

    /** Makes a line with a point for each evaluation; of very many, for those where it is lowest or highest. */
    Line line(String name, ToDoubleFunction<Evaluation> value) {
        return thinned(name, evaluations(), value);
    }

    /** The same, of the evaluations that have a value. */
    Line lineWhereDefined(String name, ToDoubleFunction<Evaluation> value) {
        List<Evaluation> defined = evaluations().stream()
                .filter(evaluation -> !Double.isNaN(value.applyAsDouble(evaluation)))
                .toList();
        return thinned(name, defined, value);
    }

    private Line thinned(String name, List<Evaluation> evaluations, ToDoubleFunction<Evaluation> value) {
        List<Double> values = evaluations.stream().map(value::applyAsDouble).toList();
        return line(name, evaluations, values, Thinning.extremes(values, most()));
    }

    /** Makes the upper edge of an area, with points where those of all areas have them. */
    Line edge(String name, ToDoubleFunction<Evaluation> value) {
        List<Double> values = evaluations().stream().map(value::applyAsDouble).toList();
        return line(name, evaluations(), values, Thinning.even(values.size(), most()));
    }

    private static Line line(String name, List<Evaluation> at, List<Double> values, List<Integer> shown) {
        return new Line(
                name,
                shown.stream().map(i -> (double) at.get(i).step()).toList(),
                shown.stream().map(values::get).toList());
    }

    private int most() {
        return Thinning.most(record.stream().tasks().size());
    }

    /** Says what is drawn of lines, if it is not all of them; else nothing. */
    String thinned() {
        return evaluations().size() <= most() ? "" : thinned("where a line is lowest or highest among them");
    }

    /** The same, of areas. */
    String thinnedEdges() {
        return evaluations().size() <= most() ? "" : thinned("at even distances");
    }

    private String thinned(String where) {
        return String.format(
                Locale.ROOT,
                " Of %,d evaluations, some are drawn: those %s; %s has all.",
                evaluations().size(),
                where,
                RunRecordFile.NAME);
    }
}
