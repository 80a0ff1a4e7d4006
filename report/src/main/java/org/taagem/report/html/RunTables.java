package org.taagem.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

import org.taagem.experiment.Environment;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.StreamFacts;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;
import org.taagem.report.html.Cards.Card;

/** What a run's record says in words and single numbers. */
final class RunTables {
    private static final List<Metric> ON_CARDS =
            List.of(Metric.ACC, Metric.FORGETTING, Metric.BWT, Metric.LEARNING_ACCURACY, Metric.PROJECTION_RATE);

    private final RunRecord record;
    private final boolean cutOff;

    RunTables(ReportedRun run) {
        record = run.record();
        cutOff = run.cutOff();
    }

    Section summary() {
        List<Content> contents = new ArrayList<>();
        StreamFacts stream = record.stream();
        if (record.status() != RunStatus.FINISHED) {
            contents.add(new Note(standing()));
        }
        contents.add(new Text(String.format(
                Locale.ROOT,
                "%s learned %s of %s: %d tasks, %d epochs, %,d steps, seed %s.%s",
                key("strategy"),
                key("task_type"),
                stream.dataset(),
                stream.tasks().size(),
                stream.epochs(),
                stream.steps(),
                key("seed"),
                stream.taskAware() ? " This learner was told of tasks." : "")));
        contents.add(cards());
        contents.add(figures());
        return new Section("summary", "Summary", contents);
    }

    private String standing() {
        String done = " after " + record.tasks().size() + " of "
                + record.stream().tasks().size() + " tasks; figures that need all of them are not defined.";
        if (cutOff) {
            return "This run was cut off, for its process died," + done;
        }
        return switch (record.status()) {
            case RUNNING -> "This run had not ended when the page was made:" + done;
            case INTERRUPTED -> "This run was interrupted" + done;
            case FAILED -> "This run failed" + done;
            case DIVERGED -> "This run diverged" + done;
            case FINISHED -> "";
        };
    }

    private String key(String key) {
        return record.config().containsKey(key) ? String.valueOf(record.config().get(key)) : "unknown " + key;
    }

    private Cards cards() {
        List<Card> cards = new ArrayList<>();
        for (Metric metric : ON_CARDS) {
            Figure figure = record.summary().get(metric);
            cards.add(new Card(metric.title(), value(figure), note(metric, figure)));
        }
        OptionalDouble wall = record.wallTime();
        cards.add(
                wall.isPresent()
                        ? new Card(
                                "wall time", String.format(Locale.ROOT, "%.1f s", wall.getAsDouble()), "with testing")
                        : new Card("wall time", "not known", "the record does not say"));
        return new Cards(cards);
    }

    private Table figures() {
        List<List<String>> rows = Arrays.stream(Metric.values())
                .map(metric -> {
                    Figure figure = record.summary().get(metric);
                    return List.of(metric.title(), value(figure), better(metric), note(metric, figure));
                })
                .toList();
        return new Table(
                "All figures (docs/metrics.md has the formulas)",
                List.of("figure", "value", "better", "meaning"),
                rows);
    }

    private static String value(Figure figure) {
        return figure instanceof Figure.Undefined
                ? "not defined"
                : String.format(Locale.ROOT, "%.3f", figure.orElseThrow());
    }

    private static String note(Metric metric, Figure figure) {
        return figure instanceof Figure.Undefined undefined ? undefined.reason() : metric.meaning();
    }

    private static String better(Metric metric) {
        return switch (metric.better()) {
            case LARGER -> "larger";
            case SMALLER -> "smaller";
            case NEITHER -> "";
        };
    }

    Section settings() {
        return new Section(
                "settings",
                "Configuration and environment",
                List.of(
                        table(
                                "The effective configuration; 'taagem train --config' with the run's folder runs it again",
                                record.config()),
                        table("What the learner saw", stream()),
                        table("Where and with what the run was made", environment())));
    }

    private static Table table(String caption, Map<String, ?> values) {
        List<List<String>> rows = values.entrySet().stream()
                .map(entry -> List.of(entry.getKey(), String.valueOf(entry.getValue())))
                .toList();
        return new Table(caption, List.of("key", "value"), rows);
    }

    private Map<String, Object> stream() {
        StreamFacts stream = record.stream();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("dataset", stream.dataset());
        facts.put("source", stream.source());
        new TreeMap<>(stream.sha256()).forEach((file, sum) -> facts.put("SHA-256 of " + file, sum));
        facts.put("classes", stream.classes());
        facts.put("tasks", String.join(", ", stream.tasks()));
        facts.put("train_samples", stream.trainSamples());
        facts.put("test_samples", stream.testSamples());
        return facts;
    }

    private Map<String, Object> environment() {
        Environment environment = record.environment();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("schema", record.schema());
        facts.put("status", record.status().name().toLowerCase(Locale.ROOT));
        facts.put("taagem_version", environment.taagemVersion());
        facts.put("git_commit", environment.gitCommit());
        facts.put("java_version", environment.javaVersion());
        facts.put("java_vm", environment.javaVm());
        facts.put("os", environment.os());
        facts.put("kernel", environment.kernel());
        facts.put(
                "processors",
                environment.processors().isPresent() ? environment.processors().getAsInt() : "unknown");
        facts.put("started_at", environment.startedAt());
        facts.put("resumed_at", environment.resumedAt());
        return facts;
    }
}
