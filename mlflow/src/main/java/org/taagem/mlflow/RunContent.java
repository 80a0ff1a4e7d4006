package org.taagem.mlflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.Experiment;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.StreamFacts;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;

/** What MLflow is told of a run: its record in MLflow's terms, with the names that the Python original uses. */
final class RunContent {
    /** Tag that tells a run from all others, so that it is never there twice. */
    static final String KEY_TAG = "taagem.run_key";

    /** Tag that says that everything of a run has arrived. */
    static final String DELIVERED_TAG = "taagem.delivered";

    /** Tag that says how the run stands, in taagem's words. */
    static final String STATUS_TAG = "taagem.status";

    /** Tag of the time that a run took, as far as all of it has arrived: a run that went on without telling took longer. */
    static final String WALL_TIME_TAG = "taagem.wall_time";

    /** Tag, of MLflow's own, of the commit that was run. */
    static final String COMMIT_TAG = "mlflow.source.git.commit";

    /** Tag, of MLflow's own, of what a run is called. */
    static final String NAME_TAG = "mlflow.runName";

    private static final String ADDRESS = "mlflow_tracking_uri";
    /** What a record says that does not know. */
    private static final String UNKNOWN = "unknown";

    private static final int LONGEST_PARAM = 6000;
    private static final int DIGEST_LENGTH = 36;

    private RunContent() {}

    /** Returns what is always the same for a run and different for another one. */
    static String key(RunRecord record) {
        return sha256(record.environment().startedAt() + "\n" + new TreeMap<>(record.config()))
                .substring(0, 32);
    }

    /**
     * Returns the effective configuration.
     *
     * @param address of the server that was told of the run while it went on, which the environment may have named; or empty
     */
    static Map<String, String> params(RunRecord record, String address) {
        Map<String, String> params = new LinkedHashMap<>();
        record.config().forEach((key, value) -> params.put(key, shorten(String.valueOf(value))));
        params.computeIfPresent(ADDRESS, (key, value) -> value.isEmpty() ? address : value);
        return params;
    }

    private static String shorten(String value) {
        return value.length() <= LONGEST_PARAM ? value : value.substring(0, LONGEST_PARAM - 3) + "...";
    }

    /** Returns what a run is found by. */
    static Map<String, String> tags(RunRecord record, String runName) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(NAME_TAG, runName);
        tags.put("mlflow.user", user());
        tags.put("mlflow.source.name", "taagem " + record.environment().taagemVersion());
        tags.put("mlflow.source.type", "LOCAL");
        String commit = record.environment().gitCommit();
        if (!commit.equals(UNKNOWN)) {
            tags.put(COMMIT_TAG, commit);
            tags.put("git_commit", commit);
        }
        tags.put("task_type", text(record, "task_type"));
        tags.put("dataset", record.stream().dataset());
        tags.put("quick_test", text(record, "lite"));
        tags.put("strategy", text(record, "strategy"));
        tags.put("seed", text(record, "seed"));
        tags.put("task_aware", String.valueOf(record.stream().taskAware()));
        tags.put(KEY_TAG, key(record));
        tags.values().removeIf(String::isEmpty);
        return tags;
    }

    static String user() {
        return System.getProperty("user.name", UNKNOWN);
    }

    private static String text(RunRecord record, String key) {
        return record.config().containsKey(key) ? String.valueOf(record.config().get(key)) : "";
    }

    /** Returns the data of a run, if its checksums are known. */
    static List<DatasetInput> inputs(StreamFacts stream) {
        if (stream.sha256().isEmpty()) {
            return List.of();
        }
        String digest = sha256(new TreeMap<>(stream.sha256()).toString()).substring(0, DIGEST_LENGTH);
        String profile = RestCalls.object()
                .put("num_train_samples", sum(stream.trainSamples()))
                .put("num_test_samples", sum(stream.testSamples()))
                .put("num_tasks", stream.tasks().size())
                .put("num_classes", stream.classes())
                .toString();
        return List.of(new DatasetInput(stream.dataset(), digest, stream.source(), "training", profile));
    }

    private static long sum(List<Integer> counts) {
        return counts.stream().mapToLong(Integer::intValue).sum();
    }

    /** Returns what was measured at one moment. */
    static List<MetricPoint> points(Evaluation evaluation, long time) {
        Points points = new Points(time, evaluation.step());
        points.add("overall_accuracy", evaluation.overallAccuracy());
        points.add("loss", evaluation.epochLoss());
        points.add("memory_size", evaluation.memorySize());
        points.add("learning_rate", evaluation.learningRate());
        points.add("current_task", evaluation.taskId());
        evaluation.trainingTime().ifPresent(seconds -> points.add("training_time", seconds));
        evaluation.projectionRate().ifPresent(rate -> points.add("projection_rate", rate));
        for (int i = 0; i < evaluation.tasksSeen().size(); i++) {
            points.add(
                    "task_" + evaluation.tasksSeen().get(i) + "_accuracy",
                    evaluation.individualAccuracies().get(i));
        }
        return points.list;
    }

    /** Returns all that was measured so far, as the run's record and losses tell it. */
    static List<MetricPoint> all(RunRecord record, LossSeries losses) {
        RunClock clock = new RunClock(record);
        List<MetricPoint> all = new ArrayList<>();
        record.evaluations().forEach(evaluation -> all.addAll(points(evaluation, clock.at(evaluation.step()))));
        int interval = Experiment.BATCH_EVENT_INTERVAL;
        for (int step = interval; step <= losses.size(); step += interval) {
            all.addAll(loss(losses.loss(step - 1), clock.at(step), step));
        }
        return all;
    }

    /** Returns the loss of a batch, unless it is not finite. */
    static List<MetricPoint> loss(double loss, long time, long step) {
        Points points = new Points(time, step);
        points.add("batch_loss", loss);
        return points.list;
    }

    /** Returns the figures of a run that is over, at its last evaluation. */
    static List<MetricPoint> summary(RunRecord record, long time) {
        Optional<Evaluation> last = record.evaluations().isEmpty()
                ? Optional.empty()
                : Optional.of(record.evaluations().get(record.evaluations().size() - 1));
        Points points = new Points(time, last.map(Evaluation::step).orElse(0L));
        last.ifPresent(evaluation -> {
            points.add("final_accuracy", evaluation.overallAccuracy());
            points.add("final_memory_size", evaluation.memorySize());
            points.add("total_epochs", evaluation.epoch());
        });
        points.add("total_tasks", record.tasks().size());
        record.wallTime().ifPresent(seconds -> points.add("wall_time", seconds));
        for (Metric metric : Metric.values()) {
            if (record.summary().get(metric) instanceof Figure.Defined figure && metric != Metric.PROJECTION_RATE) {
                points.add(metric.key(), figure.value());
            }
        }
        return points.list;
    }

    /** Returns MLflow's word for how a run stands. */
    static String status(RunRecord record) {
        return switch (record.status()) {
            case FINISHED -> "FINISHED";
            case FAILED, DIVERGED -> "FAILED";
            case INTERRUPTED, RUNNING -> "KILLED";
        };
    }

    static boolean isDelivered(KnownRun run) {
        return Boolean.parseBoolean(run.tags().get(DELIVERED_TAG));
    }

    /** Says whether a server has all of a run, also of what was added when it went on without telling. */
    static boolean isDelivered(KnownRun run, RunRecord record) {
        return isDelivered(run)
                && run.status().equals(status(record))
                && run.tags().entrySet().containsAll(ending(record).entrySet());
    }

    /** Returns the effective configuration as a file that runs it again; of a run of the Python original there is none. */
    static Optional<String> configFile(RunRecord record) {
        if (record.environment().taagemVersion().equals(UNKNOWN)) {
            return Optional.empty();
        }
        StringBuilder yaml = new StringBuilder();
        record.config().forEach((key, value) -> yaml.append(key)
                .append(": ")
                .append(RestCalls.json(value)) // every JSON is YAML
                .append('\n'));
        return Optional.of(yaml.toString());
    }

    static String statusTag(RunRecord record) {
        return record.status().name().toLowerCase(Locale.ROOT);
    }

    /** Returns the tags that say how a run ended; one that still goes on according to its record was killed. */
    static Map<String, String> ending(RunRecord record) {
        return Map.of(
                STATUS_TAG,
                record.status() == RunStatus.RUNNING ? "killed" : statusTag(record),
                WALL_TIME_TAG,
                String.valueOf(record.wallTime().orElse(0)));
    }

    static long endOf(RunRecord record) {
        return record.environment().startedAt().toEpochMilli()
                + Math.round(1000 * record.wallTime().orElse(0));
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Collects finite values of one moment; MLflow has no place for others that every server agrees on. */
    private static final class Points {
        private final List<MetricPoint> list = new ArrayList<>();
        private final long time;
        private final long step;

        Points(long time, long step) {
            this.time = time;
            this.step = step;
        }

        void add(String key, double value) {
            if (Double.isFinite(value)) {
                list.add(new MetricPoint(key, value, time, step));
            }
        }
    }
}
