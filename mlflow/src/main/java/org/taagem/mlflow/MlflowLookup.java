package org.taagem.mlflow;

import java.time.Duration;
import java.util.Optional;

import org.taagem.experiment.RunRecord;

/** Looks whether runs are in an experiment on a server, and changes nothing there. */
public final class MlflowLookup {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final MlflowClient client;
    /** The experiment, if it is there. */
    private final Optional<String> experiment;

    private final KnownRuns known;

    private MlflowLookup(MlflowClient client, Optional<String> experiment, KnownRuns known) {
        this.client = client;
        this.experiment = experiment;
        this.known = known;
    }

    /** What an experiment has of a run. */
    public enum Arrival {
        /** Nothing. */
        ABSENT,
        /** A part, or all that there was before the run went on. */
        PARTIAL,
        /** All of it. */
        DELIVERED
    }

    /**
     * Asks a server.
     *
     * @param server the server
     * @param experiment name of an experiment, which need not be there
     * @param count how many runs will be looked up
     * @return what looks them up
     * @throws MlflowException if the server is not there or too old, or shows nothing of the experiment
     * @throws InterruptedException if the thread is interrupted
     */
    public static MlflowLookup of(TrackingServer server, String experiment, int count)
            throws MlflowException, InterruptedException {
        RunTracker.check(server, experiment);
        MlflowClient client = new MlflowClient(new RestCalls(server, TIMEOUT));
        Optional<String> id = client.experimentByName(experiment);
        KnownRuns known = id.isPresent() ? KnownRuns.of(client, id.get(), count) : KnownRuns.none();
        return new MlflowLookup(client, id, known);
    }

    /**
     * Looks a run up.
     *
     * @param record its record
     * @return what the experiment has of it
     * @throws MlflowException if the server does not answer
     * @throws InterruptedException if the thread is interrupted
     */
    public Arrival arrival(RunRecord record) throws MlflowException, InterruptedException {
        Optional<KnownRun> listed = known.run(record);
        Optional<KnownRun> run = listed.isPresent() || known.isAll() || experiment.isEmpty()
                ? listed
                : client.runWithTag(experiment.get(), RunContent.KEY_TAG, RunContent.key(record));
        if (run.isEmpty()) {
            return Arrival.ABSENT;
        }
        return RunContent.isDelivered(run.get(), record) ? Arrival.DELIVERED : Arrival.PARTIAL;
    }
}
