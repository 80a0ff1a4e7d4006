package org.taagem.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import org.taagem.experiment.RunEvent;
import org.taagem.experiment.RunListener;
import org.taagem.mlflow.ParentRun;
import org.taagem.mlflow.RunTracker;
import org.taagem.mlflow.TrackingServer;

/** Tells an MLflow server of a run, if one is named. */
final class Tracking implements RunListener {
    /** A server on the same machine takes the rest of a run in a second; nobody wants to wait long for one that hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RecordedExperiment experiment;
    private final boolean model;
    private final Optional<RunTracker> tracker;

    private Tracking(RecordedExperiment experiment, boolean model, Optional<RunTracker> tracker) {
        this.experiment = experiment;
        this.model = model;
        this.tracker = tracker;
    }

    /**
     * What a run is among others.
     *
     * @param parent the run on the server that holds all of them
     * @param name what it is called there; if empty, like its folder
     */
    record Among(ParentRun parent, Optional<String> name) {}

    /**
     * Gets ready to tell of a run.
     *
     * @param settings name the server, unless the environment does
     * @param experiment the run
     * @param among what it is among others, if there are any
     */
    static Tracking of(TrainSettings settings, RecordedExperiment experiment, Optional<Among> among)
            throws IOException {
        TrackingKeys keys = settings.tracking();
        Optional<TrackingServer> server = keys.server(System.getenv());
        Optional<RunTracker> tracker = Optional.empty();
        if (server.isPresent()) {
            RunTracker.Options options = new RunTracker.Options(
                    settings.experimentName(),
                    experiment.folder(),
                    among.flatMap(Among::name),
                    MlflowItems.commit(BuildInfo.read().commit()),
                    among.map(Among::parent),
                    PATIENCE);
            tracker = Optional.of(RunTracker.of(server.get(), options, experiment::record));
        }
        return new Tracking(experiment, keys.model(), tracker);
    }

    /**
     * Makes sure that the server could be told of a run and, if it is required, that it is there.
     *
     * @throws IOException if not
     */
    static void check(TrainSettings settings) throws IOException, InterruptedException {
        Optional<TrackingServer> server = settings.tracking().server(System.getenv());
        if (server.isPresent() && settings.tracking().required()) {
            RunTracker.check(server.get(), settings.experimentName());
        } else if (server.isPresent()) {
            RunTracker.checkCertificates(server.get());
        }
    }

    @Override
    public void on(RunEvent event) {
        tracker.ifPresent(listener -> listener.on(event));
    }

    /**
     * Delivers what is left.
     *
     * @return how it went, if a server is named
     */
    Optional<RunTracker.Outcome> finish() {
        return tracker.isPresent()
                ? Optional.of(tracker.get().finish(experiment.record(), MlflowItems.files(experiment.folder(), model)))
                : Optional.empty();
    }

    /** Says what was not delivered, and what to do about it. */
    Optional<String> problem(RunTracker.Outcome outcome) {
        return outcome.problem()
                .map(problem -> "MLflow has not got everything: " + problem + "; 'taagem mlflow push "
                        + experiment.folder() + "' delivers it later");
    }
}
