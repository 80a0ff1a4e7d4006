package org.taagem.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import org.taagem.experiment.Environment;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.StreamFacts;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;
import org.taagem.report.HarmlessText;
import org.taagem.report.RunRecordException;
import org.taagem.report.StoredRun;
import org.taagem.report.legacy.LegacyRun;

/** A run for people, on lines of at most {@value ShowScreen#WIDTH} columns. */
final class ShowText {
    private static final int NAME = 24;
    private static final int CURVE = 36;

    /** What decides most of a run, beside what its first lines tell. */
    private static final List<String> SETTINGS = List.of(
            "num_epochs",
            "schedule",
            "batch_size",
            "lite",
            "hidden_dim",
            "hidden_layers",
            "learning_rate",
            "use_learning_rate_scheduler",
            "optimizer",
            "memory",
            "num_pools",
            "memory_size_q",
            "memory_size_p",
            "assignment",
            "removal",
            "sampling_rate",
            "memory_fill",
            "reference_batch");

    private final RunRecord record;
    private final String status;
    private final ShowScreen screen;
    private final List<String> lines = new ArrayList<>();

    private ShowText(StoredRun run, ShowScreen screen) throws RunRecordException {
        record = run.record();
        status = run.isCutOff()
                ? "cut off, for its process died; see 'taagem resume'"
                : record.status().name().toLowerCase(Locale.ROOT);
        this.screen = screen;
    }

    static List<String> of(StoredRun run, ShowScreen screen) throws RunRecordException {
        ShowText text = new ShowText(run, screen);
        text.add(0, run.path().toString());
        text.facts();
        text.title("Figures");
        text.figures();
        text.title("Settings");
        text.settings();
        text.title("Curves, over " + run.record().evaluations().size() + " evaluations");
        text.curves();
        text.title("Accuracy on each task (columns) after each that was learned (rows)");
        text.lines.addAll(MatrixText.lines(
                run.record().tasks(), run.record().stream().tasks().size(), screen));
        return text.lines.stream().map(String::stripTrailing).toList();
    }

    private void title(String title) {
        lines.add("");
        lines.add(title);
    }

    /** Adds a text in as many lines as it needs, all but the first indented; signs that a terminal obeys are not shown. */
    private void add(int indent, String text) {
        String left = HarmlessText.of(text);
        String margin = "";
        while (margin.length() + left.length() > ShowScreen.WIDTH) {
            int fits = left.lastIndexOf(' ', ShowScreen.WIDTH - margin.length());
            if (fits <= indent - margin.length()) {
                break; // a single word, such as a path, that is better not broken
            }
            lines.add(margin + left.substring(0, fits));
            left = left.substring(fits + 1);
            margin = " ".repeat(indent);
        }
        lines.add(margin + left);
    }

    private void field(String name, String value) {
        add(NAME + 2, String.format(Locale.ROOT, "  %-" + (NAME - 1) + "s %s", name, value));
    }

    private void facts() {
        StreamFacts stream = record.stream();
        Environment environment = record.environment();
        field("status", status);
        field("learner", setting("strategy") + ", seed " + setting("seed"));
        field(
                "stream",
                setting("task_type") + " of " + stream.dataset() + ": "
                        + stream.tasks().size() + " tasks, " + stream.epochs() + " epochs, " + stream.steps()
                        + " steps");
        field(
                LegacyRun.isLegacy(record) ? "written" : "begun",
                environment.startedAt() + ", took " + TaskText.seconds(record.wallTime()));
        field(
                "with",
                "taagem " + environment.taagemVersion() + " (" + environment.gitCommit() + "), kernel "
                        + environment.kernel());
    }

    private String setting(String key) {
        return String.valueOf(record.config().getOrDefault(key, "unknown"));
    }

    private void figures() {
        for (Metric metric : Metric.values()) {
            Figure figure = record.summary().get(metric);
            field(
                    metric.title(),
                    figure instanceof Figure.Undefined undefined
                            ? "     -  not defined: " + undefined.reason()
                            : String.format(Locale.ROOT, "%6.3f  %s", figure.orElseThrow(), metric.meaning()));
        }
        Map<Integer, Integer> origins = record.summary().memoryByOrigin();
        if (!record.evaluations().isEmpty()) {
            int size = record.evaluations().get(record.evaluations().size() - 1).memorySize();
            field("memory", size + " samples" + (origins.isEmpty() ? "" : ", by task: " + byTask(origins)));
        }
    }

    private static String byTask(Map<Integer, Integer> origins) {
        return origins.entrySet().stream()
                .map(origin -> origin.getKey() + 1 + ":" + origin.getValue())
                .collect(Collectors.joining(" "));
    }

    private void settings() {
        add(
                2,
                "  "
                        + SETTINGS.stream()
                                .filter(record.config()::containsKey)
                                .map(key -> key + " " + setting(key))
                                .collect(Collectors.joining(", ")));
    }

    private void curves() {
        List<Evaluation> evaluations = record.evaluations();
        curve(
                "accuracy, tasks seen",
                Sparkline.ofShares(evaluations.stream()
                        .map(evaluation -> evaluation.individualAccuracies().stream()
                                .mapToDouble(Double::doubleValue)
                                .average())
                        .toList()));
        curve(
                "first task",
                Sparkline.ofShares(evaluations.stream().map(ShowText::firstTask).toList()));
        curve(
                "loss",
                Sparkline.ofNumbers(evaluations.stream()
                        .map(evaluation -> OptionalDouble.of(evaluation.epochLoss()))
                        .toList()));
    }

    private static OptionalDouble firstTask(Evaluation evaluation) {
        int column = evaluation.tasksSeen().indexOf(0);
        return column < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(evaluation.individualAccuracies().get(column));
    }

    private void curve(String name, Sparkline curve) {
        String drawn = curve.on(screen, CURVE);
        lines.add(
                String.format(Locale.ROOT, "  %-" + (NAME - 1) + "s %-" + CURVE + "s  %s", name, drawn, curve.ends()));
    }
}
