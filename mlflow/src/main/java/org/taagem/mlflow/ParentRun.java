package org.taagem.mlflow;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A run on the server that holds others, such as those of a batch.
 *
 * @param name what it is called
 * @param key what tells it from others in its experiment
 * @param over how it ended; empty while runs of it go on
 */
public record ParentRun(String name, String key, Optional<Over> over) {
    private static final String PARENT_TAG = "mlflow.parentRunId";
    private static final String KEY_START = "folder-";

    /**
     * How all of it ended.
     *
     * @param status {@code FINISHED}, {@code FAILED} or {@code KILLED}
     * @param begun when the first run of it began
     * @param ended when the last one ended
     */
    public record Over(String status, Instant begun, Instant ended) {}

    /**
     * Returns the parent of all runs in a folder.
     *
     * @param folder the folder
     * @param over how it ended; empty while runs of it go on
     * @return their parent
     */
    public static ParentRun of(Path folder, Optional<Over> over) {
        Path place = folder.toAbsolutePath().normalize();
        return new ParentRun(
                RunNames.of(place),
                KEY_START + RunContent.sha256(place.toString()).substring(0, 32),
                over);
    }

    /** Says whether a run on the server was made to hold others. */
    static boolean isOne(KnownRun run) {
        return run.tags().getOrDefault(RunContent.KEY_TAG, "").startsWith(KEY_START);
    }

    /** Returns the tag that makes another run its child; makes it, if it is not there. While runs of it go on, so does it. */
    Map<String, String> tagOfChildren(MlflowClient client, String experiment)
            throws MlflowException, InterruptedException {
        synchronized (ParentRun.class) { // two children that begin at once are to have one parent
            String told = client.parents().get(experiment + "/" + key);
            if (told != null) {
                return Map.of(PARENT_TAG, told);
            }
            Optional<KnownRun> there = client.runWithTag(experiment, RunContent.KEY_TAG, key);
            KnownRun run = there.isPresent() ? there.get() : create(client, experiment);
            if (over.isEmpty() && !run.isRunning()) {
                client.setStatus(run.id(), MlflowClient.RUNNING, Optional.empty());
            }
            if (over.isPresent()) {
                client.parents().put(experiment + "/" + key, run.id());
            }
            return Map.of(PARENT_TAG, run.id());
        }
    }

    private KnownRun create(MlflowClient client, String experiment) throws MlflowException, InterruptedException {
        long begun = over.map(then -> then.begun().toEpochMilli()).orElseGet(System::currentTimeMillis);
        Map<String, String> tags =
                Map.of(RunContent.KEY_TAG, key, "mlflow.source.type", "LOCAL", "mlflow.user", RunContent.user());
        return client.createRun(experiment, name, begun, tags);
    }

    /** Tells how it ended, if it is over, unless that was told before, with more knowledge. */
    void end(MlflowClient client, String experiment) throws MlflowException, InterruptedException {
        Optional<KnownRun> run = over.isPresent() ? find(client, experiment) : Optional.empty();
        if (run.isPresent() && run.get().isRunning()) {
            Over then = over.orElseThrow();
            client.setStatus(
                    run.get().id(), then.status(), Optional.of(then.ended().toEpochMilli()));
        }
    }

    private Optional<KnownRun> find(MlflowClient client, String experiment)
            throws MlflowException, InterruptedException {
        Optional<String> id = client.experimentByName(experiment);
        return id.isPresent() ? client.runWithTag(id.get(), RunContent.KEY_TAG, key) : Optional.empty();
    }

    /** Tells how it ended, if it is there. */
    void close(MlflowClient client, String experiment, String status) throws MlflowException, InterruptedException {
        Optional<KnownRun> run = find(client, experiment);
        if (run.isPresent()) {
            client.setStatus(run.get().id(), status, Optional.of(System.currentTimeMillis()));
        }
    }
}
