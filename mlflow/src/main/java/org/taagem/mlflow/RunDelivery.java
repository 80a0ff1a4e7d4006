package org.taagem.mlflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.mlflow.MlflowClient.KnownRun;
import org.taagem.mlflow.MlflowException.Kind;
import org.taagem.mlflow.Retry.Step;

/**
 * Brings one run to a server, in steps that may be tried again after a failure: whatever happened to the answers, each
 * point is there once in the end. For one thread.
 *
 * <p>MLflow appends a metric that is logged again, and may keep a part of a request that failed. So once it is not certain
 * what the server has, it is asked for the steps that it has of a metric, and only the others are sent.
 */
final class RunDelivery {
    private static final int MOST_AT_ONCE = 1000;
    private static final int MOST_TEXTS = 100;
    private static final String CONFIG = "config.yaml";

    private final MlflowClient client;
    private final Target target;

    /** Looked at by others while a delivery that takes too long is given up. */
    private volatile Optional<KnownRun> run = Optional.empty();

    /** What the server did not take, though it took the rest. */
    private Optional<MlflowException> refused = Optional.empty();

    private boolean described;
    /** Parameters that have not been sent. */
    private final List<Map<String, String>> params = new ArrayList<>();
    /** Whether the server may have more than it has confirmed. */
    private boolean uncertain;
    /** Steps that the server has, by metric, as far as it was asked. */
    private final Map<String, Set<Long>> there = new HashMap<>();

    /**
     * What a run is to be called on the server.
     *
     * @param experiment name of its experiment
     * @param runName its name
     * @param before id that it has there already, if any
     * @param extraTags tags beside those that its record gives
     * @param parent the run that holds it, if any
     */
    record Target(
            String experiment,
            String runName,
            Optional<String> before,
            Map<String, String> extraTags,
            Optional<ParentRun> parent) {}

    /**
     * Makes a delivery that has not begun.
     *
     * @param client the server
     * @param target the name of the run there
     * @param mayBeThere whether the server may know the run already, from an earlier try
     */
    RunDelivery(MlflowClient client, Target target, boolean mayBeThere) {
        this.client = client;
        this.target = target;
        uncertain = mayBeThere;
    }

    /** Returns the run's id on the server, once it is known. */
    Optional<String> runId() {
        return run.map(KnownRun::id);
    }

    /** Says where the run can be looked at, below the server's address. */
    Optional<String> page() {
        return run.map(RunDelivery::page);
    }

    static String page(KnownRun run) {
        return "/#/experiments/" + run.experiment() + "/runs/" + run.id();
    }

    /** Says whether the server has all of a run already. */
    boolean isDelivered(RunRecord record) throws MlflowException, InterruptedException {
        run = before();
        if (run.isEmpty() && uncertain) {
            run = find(client.experiment(target.experiment()), record);
        }
        uncertain = run.isPresent();
        return run.map(known -> RunContent.isDelivered(known, record)).orElse(false);
    }

    private Optional<KnownRun> before() throws MlflowException, InterruptedException {
        return target.before().isPresent() ? client.run(target.before().get()) : Optional.empty();
    }

    private Optional<KnownRun> find(String experiment, RunRecord record) throws MlflowException, InterruptedException {
        Optional<KnownRun> found = client.runWithTag(experiment, RunContent.KEY_TAG, RunContent.key(record));
        return found.isPresent() ? client.run(found.get().id()) : Optional.empty();
    }

    /** Finds or makes the run, and tells what it is; its parameters go with the first points. */
    void open(RunRecord record) throws MlflowException, InterruptedException {
        if (run.isEmpty()) {
            run = Optional.of(findOrCreate(record));
        }
        KnownRun known = run.get();
        if (!described) {
            if (record.status() == RunStatus.RUNNING && !known.isRunning()) {
                unlessRefused(() -> client.setStatus(known.id(), MlflowClient.RUNNING, Optional.empty()));
            }
            Map<String, String> tags = tags(record, known.experiment());
            if (!known.tags().entrySet().containsAll(tags.entrySet())) {
                unlessRefused(() -> client.logTags(known.id(), tags));
            }
            List<DatasetInput> inputs = RunContent.inputs(record.stream());
            if (known.inputs() == 0 && !inputs.isEmpty()) {
                unlessRefused(() -> client.logInputs(known.id(), inputs));
            }
            Optional<String> config = RunContent.configFile(record);
            if (config.isPresent()) {
                unlessRefused(() -> client.files().upload(known.artifacts(), CONFIG, config.get()));
            }
            params.addAll(parts(RunContent.params(record)));
            described = true;
        }
    }

    /** A run is worth having without the one thing that a server does not take; what it was is told in the end. */
    private void unlessRefused(Step step) throws MlflowException, InterruptedException {
        try {
            step.run();
        } catch (MlflowException e) {
            if (e.kind() != Kind.INVALID) {
                throw e;
            }
            refused = refused.isPresent() ? refused : Optional.of(e);
        }
    }

    private KnownRun findOrCreate(RunRecord record) throws MlflowException, InterruptedException {
        Optional<KnownRun> before = before();
        if (before.isPresent()) {
            return before.get();
        }
        String experiment = client.experiment(target.experiment());
        Optional<KnownRun> found = uncertain ? find(experiment, record) : Optional.empty();
        if (found.isPresent()) {
            return found.get();
        }
        // With the tags from the very first: if the answer is lost, the run is found by them.
        Map<String, String> tags = tags(record, experiment);
        long start = record.environment().startedAt().toEpochMilli();
        try {
            KnownRun created = client.createRun(experiment, target.runName(), start, tags);
            uncertain = false; // it has nothing yet
            return created;
        } catch (MlflowException e) {
            uncertain = uncertain || e.isUncertain();
            throw e;
        }
    }

    private Map<String, String> tags(RunRecord record, String experiment) throws MlflowException, InterruptedException {
        Map<String, String> tags = new LinkedHashMap<>(RunContent.tags(record, target.runName()));
        tags.putAll(target.extraTags());
        tags.put(RunContent.STATUS_TAG, RunContent.statusTag(record));
        tags.put(RunContent.DELIVERED_TAG, "false");
        if (target.parent().isPresent()) {
            tags.putAll(target.parent().get().tagOfChildren(client, experiment));
        }
        return tags;
    }

    private static List<Map<String, String>> parts(Map<String, String> texts) {
        List<Map<String, String>> parts = new ArrayList<>();
        texts.forEach((key, value) -> {
            if (parts.isEmpty() || parts.get(parts.size() - 1).size() == MOST_TEXTS) {
                parts.add(new LinkedHashMap<>());
            }
            parts.get(parts.size() - 1).put(key, value);
        });
        return parts;
    }

    /** Sends the parameters, if they have not been sent, and points, but for those that are there. */
    void send(List<MetricPoint> points) throws MlflowException, InterruptedException {
        int from = 0;
        while (from < points.size() || !params.isEmpty()) {
            Map<String, String> texts = params.isEmpty() ? Map.of() : params.get(0);
            int to = Math.min(points.size(), from + MOST_AT_ONCE - texts.size());
            List<MetricPoint> part = points.subList(from, to);
            unlessRefused(() -> sendPart(part, texts));
            params.remove(texts);
            from = to;
        }
    }

    private void sendPart(List<MetricPoint> points, Map<String, String> texts)
            throws MlflowException, InterruptedException {
        List<MetricPoint> missing = uncertain ? missing(points) : points;
        if (missing.isEmpty() && texts.isEmpty()) {
            return;
        }
        try {
            client.log(id(), missing, texts);
        } catch (MlflowException e) {
            if (e.isUncertain() || e.kind() == Kind.INVALID) {
                uncertain = true;
                there.clear();
            }
            if (e.kind() == Kind.INVALID && !missing.isEmpty() && !texts.isEmpty()) {
                unlessRefused(() -> sendPart(List.of(), texts));
                sendPart(points, Map.of());
                return;
            }
            throw e;
        }
        if (uncertain) {
            missing.forEach(point ->
                    there.computeIfAbsent(point.key(), key -> new HashSet<>()).add(point.step()));
        }
    }

    private List<MetricPoint> missing(List<MetricPoint> points) throws MlflowException, InterruptedException {
        List<MetricPoint> missing = new ArrayList<>();
        for (MetricPoint point : points) {
            Set<Long> steps = there.get(point.key());
            if (steps == null) {
                steps = client.steps(id(), point.key());
                there.put(point.key(), steps);
            }
            if (!steps.contains(point.step())) {
                missing.add(point);
            }
        }
        return missing;
    }

    /** Sends files; one that is not there is left out. */
    void upload(List<Path> files) throws MlflowException, InterruptedException {
        for (Path file : files) {
            if (Files.exists(file)) {
                unlessRefused(() -> client.files().upload(run.orElseThrow().artifacts(), file));
            }
        }
    }

    /**
     * Tells how the run ended, after everything else, and at last whether something is missing.
     *
     * @throws MlflowException also for what the server refused on the way
     */
    void close(RunRecord record) throws MlflowException, InterruptedException {
        client.setStatus(id(), RunContent.status(record), Optional.of(RunContent.endOf(record)));
        client.logTags(
                id(),
                Map.of(
                        RunContent.STATUS_TAG,
                        RunContent.statusTag(record),
                        RunContent.DELIVERED_TAG,
                        String.valueOf(refused.isEmpty())));
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    private String id() {
        return run.orElseThrow().id();
    }
}
