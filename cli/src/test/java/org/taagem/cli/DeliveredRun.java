package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;
import org.taagem.metrics.Metric;
import org.taagem.report.RunRecordFile;
import org.taagem.tracking.MlflowServer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A run as its folder has it, to be compared with what a server has of it. */
final class DeliveredRun {
    private final Path folder;
    private final RunRecord record;
    /** Values by metric and step. */
    private final Map<String, Map<Long, Double>> points = new TreeMap<>();
    /** Values at the end; a run that was stopped before and went on has some from then, too. */
    private final Map<String, Double> summary = new TreeMap<>();

    private DeliveredRun(Path folder) throws IOException {
        this.folder = folder;
        record = RunRecordFile.read(folder);
        record.evaluations().forEach(this::add);
        LossSeries losses = RunRecordFile.readLosses(folder);
        for (int step = 10; step <= losses.size(); step += 10) {
            add("batch_loss", step, losses.loss(step - 1));
        }
        Evaluation last = last();
        summary.put("final_accuracy", last.overallAccuracy());
        summary.put("final_memory_size", (double) last.memorySize());
        summary.put("total_epochs", (double) last.epoch());
        summary.put("total_tasks", (double) record.tasks().size());
        for (Metric metric : List.of(Metric.ACC, Metric.FORGETTING, Metric.BWT, Metric.AVERAGE_ACCURACY)) {
            summary.put(metric.key(), record.summary().get(metric).orElseThrow());
        }
    }

    private Evaluation last() {
        return record.evaluations().get(record.evaluations().size() - 1);
    }

    private void add(Evaluation evaluation) {
        long step = evaluation.step();
        add("overall_accuracy", step, evaluation.overallAccuracy());
        add("loss", step, evaluation.epochLoss());
        add("memory_size", step, evaluation.memorySize());
        add("learning_rate", step, evaluation.learningRate());
        add("current_task", step, evaluation.taskId());
        evaluation.trainingTime().ifPresent(time -> add("training_time", step, time));
        evaluation.projectionRate().ifPresent(rate -> add("projection_rate", step, rate));
        for (int i = 0; i < evaluation.tasksSeen().size(); i++) {
            String metric = "task_" + evaluation.tasksSeen().get(i) + "_accuracy";
            add(metric, step, evaluation.individualAccuracies().get(i));
        }
    }

    private void add(String metric, long step, double value) {
        if (Double.isFinite(value)) {
            points.computeIfAbsent(metric, key -> new TreeMap<>()).put(step, value);
        }
    }

    /**
     * Asserts that an experiment has one run, and that run each point of a folder's once, with its value, and all else.
     *
     * @return the run
     */
    static JsonNode assertComplete(MlflowServer server, String experiment, Path folder)
            throws IOException, InterruptedException {
        JsonNode run = server.run(experiment);
        new DeliveredRun(folder).assertIsAll(server, run);
        return run;
    }

    private void assertIsAll(MlflowServer server, JsonNode run) throws IOException, InterruptedException {
        for (Map.Entry<String, Map<Long, Double>> metric : points.entrySet()) {
            assertEquals(metric.getValue(), onServer(server, run, metric.getKey()), metric.getKey());
        }
        for (Map.Entry<String, Double> metric : summary.entrySet()) {
            Map<Long, Double> found = onServer(server, run, metric.getKey());
            assertEquals(metric.getValue(), found.get(last().step()), metric.getKey());
        }
        assertEquals(
                record.evaluations().stream().map(Evaluation::step).collect(Collectors.toSet()),
                onServer(server, run, "system/heap_megabytes").keySet());
        Map<String, String> params = new TreeMap<>();
        record.config().forEach((key, value) -> params.put(key, String.valueOf(value)));
        assertEquals(params, MlflowServer.texts(run, "params"));
        assertEquals(
                List.of("batch_losses.csv", "config.yaml", "report.html", "run.json"),
                server.artifacts(MlflowServer.id(run)));
        assertEquals(Files.readString(folder.resolve("run.json")), server.artifact(run, "run.json"));
        assertEquals("FINISHED", run.path("info").path("status").asText());
        assertEquals("true", MlflowServer.texts(run, "tags").get("taagem.delivered"));
    }

    /** Returns values by step, none of which may be there twice. */
    private static Map<Long, Double> onServer(MlflowServer server, JsonNode run, String metric)
            throws IOException, InterruptedException {
        Map<Long, Double> values = new TreeMap<>();
        List<JsonNode> found = server.history(MlflowServer.id(run), metric);
        found.forEach(point ->
                values.put(point.path("step").asLong(), point.path("value").asDouble()));
        long end = run.path("info").path("end_time").asLong();
        found.forEach(point -> assertTrue(point.path("timestamp").asLong() <= end, () -> metric + " after the end"));
        assertEquals(values.size(), found.size(), () -> metric + " is there twice: " + found);
        return values;
    }
}
