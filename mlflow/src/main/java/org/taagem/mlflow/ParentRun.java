package org.taagem.mlflow;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A run on the server that holds others, such as those of a batch.
 *
 * @param name what it is called
 * @param key what tells it from others in its experiment
 */
public record ParentRun(String name, String key) {
    private static final String PARENT_TAG = "mlflow.parentRunId";
    private static final String KEY_START = "folder-";

    /**
     * Returns the parent of all runs in a folder.
     *
     * @param folder the folder
     * @return their parent
     */
    public static ParentRun of(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        return new ParentRun(
                RunNames.of(place),
                KEY_START + RunContent.sha256(place.toString()).substring(0, 32));
    }

    /** Says whether a run on the server was made to hold others. */
    static boolean isOne(MlflowClient.KnownRun run) {
        return run.tags().getOrDefault(RunContent.KEY_TAG, "").startsWith(KEY_START);
    }

    /** Returns the tag that makes another run its child; makes it, if it is not there. */
    Map<String, String> tagOfChildren(MlflowClient client, String experiment)
            throws MlflowException, InterruptedException {
        synchronized (ParentRun.class) { // two children that begin at once are to have one parent
            Optional<String> there = client.runWithTag(experiment, RunContent.KEY_TAG, key);
            String id = there.isPresent()
                    ? there.get()
                    : client.createRun(
                                    experiment,
                                    name,
                                    System.currentTimeMillis(),
                                    Map.of(RunContent.KEY_TAG, key, "mlflow.source.type", "LOCAL"))
                            .id();
            return Map.of(PARENT_TAG, id);
        }
    }

    /** Tells how it ended, if it is there. */
    void close(MlflowClient client, String experiment, String status) throws MlflowException, InterruptedException {
        Optional<String> id = client.experimentByName(experiment);
        Optional<String> run = id.isPresent() ? client.runWithTag(id.get(), RunContent.KEY_TAG, key) : Optional.empty();
        if (run.isPresent()) {
            client.setStatus(run.get(), status, Optional.of(System.currentTimeMillis()));
        }
    }
}
