package org.taagem.mlflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.mlflow.MlflowException.Kind;
import org.taagem.mlflow.Retry.Step;

/**
 * Brings one run to a server, in steps that may be tried again after a failure: whatever happened to the answers, everything
 * is there once in the end. For one thread.
 */
final class RunDelivery {
    private static final String CONFIG = "config.yaml";
    /** Tags that somebody may have changed on the server, or that may tell more than what is known here. */
    private static final Set<String> KEPT = Set.of(RunContent.NAME_TAG, RunContent.COMMIT_TAG);

    private final MlflowClient client;
    private final Target target;

    /** Looked at by others while a delivery that takes too long is given up. */
    private volatile Optional<KnownRun> run = Optional.empty();

    /** What the server did not take, though it took the rest. */
    private Optional<MlflowException> refused = Optional.empty();

    private boolean described;
    /** Looked at by others, like the run. */
    private volatile boolean ended;
    /** Whether the server may know the run already. */
    private boolean uncertain;
    /** What sends points and parameters, once the run is there. */
    private Optional<MetricDelivery> metrics = Optional.empty();

    /**
     * What a run is to be called on the server.
     *
     * @param experiment name of its experiment
     * @param runName its name
     * @param before id that it has there already, if any
     * @param extraTags tags beside those that its record gives
     * @param address of the server that was told of the run while it went on; empty if none was
     * @param parent the run that holds it, if any
     */
    record Target(
            String experiment,
            String runName,
            Optional<String> before,
            Map<String, String> extraTags,
            String address,
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

    Target target() {
        return target;
    }

    /** Says whether the server knows how the run ended, though it may not have taken everything. */
    boolean hasEnded() {
        return ended;
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
            tags.keySet().removeIf(key -> KEPT.contains(key) && known.tags().containsKey(key));
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
            metrics = Optional.of(
                    new MetricDelivery(client, known, RunContent.params(record, target.address()), uncertain));
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

    /** Sends the parameters, if they have not been sent, and points, but for those that are there. */
    void send(List<MetricPoint> points) throws MlflowException, InterruptedException {
        unlessRefused(() -> metrics.orElseThrow().send(points));
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
        // What was told while the run went on has the time of its telling, also after a break that no record counts.
        long end = Math.max(RunContent.endOf(record), metrics.orElseThrow().lastPoint());
        client.setStatus(id(), RunContent.status(record), Optional.of(end));
        ended = true;
        Map<String, String> tags = new LinkedHashMap<>(RunContent.ending(record));
        tags.put(RunContent.DELIVERED_TAG, String.valueOf(refused.isEmpty()));
        client.logTags(id(), tags);
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    private String id() {
        return run.orElseThrow().id();
    }
}
