package org.taagem.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.taagem.mlflow.BeingDeliveredException;
import org.taagem.mlflow.MlflowException;
import org.taagem.mlflow.MlflowPush;
import org.taagem.mlflow.ParentRun;
import org.taagem.mlflow.RunTracker;
import org.taagem.mlflow.TrackingServer;
import org.taagem.report.StoredRun;

/**
 * Tells MLflow servers of the runs in a folder. On each server they are below one run, which ends when this is closed; there
 * is no other way to begin one.
 */
final class BatchTracking implements AutoCloseable {
    /** Somebody waits for the table; what was left before may be left once more. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ParentRun parent;
    private final Consumer<String> warnings;
    /** Where runs have begun. */
    private final Map<Place, TrackingServer> places = new LinkedHashMap<>();

    /** What brings runs of before, by server. */
    private final Map<URI, MlflowPush> pushes = new HashMap<>();
    /** Servers that did not take them, and are not asked again. */
    private final Set<URI> away = new HashSet<>();

    private final MlflowItems items = new MlflowItems();
    private String status = "FAILED";
    /** Whether the servers know of all runs how they ended. */
    private boolean complete = true;

    private record Place(URI server, String experiment) {}

    /**
     * Asks no server anything yet.
     *
     * @param folder what the runs have in common
     * @param warnings gets a line if a server cannot be told how all of it ended
     */
    BatchTracking(Path folder, Consumer<String> warnings) {
        parent = ParentRun.of(folder, Optional.empty());
        this.warnings = warnings;
    }

    /** Gets ready to tell of a run, which may have a name of its own. */
    Tracking of(TrainSettings settings, RecordedExperiment experiment, Optional<String> name) throws IOException {
        Tracking tracking = Tracking.of(settings, experiment, Optional.of(new Tracking.Among(parent, name)));
        Optional<TrackingServer> server = settings.tracking().server(System.getenv());
        server.ifPresent(at -> remember(at, settings.experimentName()));
        return tracking;
    }

    private synchronized void remember(TrackingServer server, String experiment) {
        places.put(new Place(server.address(), experiment), server);
    }

    /** Delivers what is left of a run; returns what was not delivered, and what to do about it. */
    Optional<String> finish(Tracking tracking) {
        Optional<RunTracker.Outcome> outcome = tracking.finish();
        synchronized (this) {
            complete &= outcome.map(RunTracker.Outcome::ended).orElse(true);
        }
        return outcome.flatMap(tracking::problem);
    }

    /**
     * A run that was finished before.
     *
     * @param run the run
     * @param settings name the server, unless the environment does
     * @param name what it is called on the server; if empty, like its folder
     */
    record Earlier(BatchResult.Finished run, TrainSettings settings, Optional<String> name) {}

    /** Brings a run that was finished before, unless it was delivered. */
    synchronized void bring(Earlier earlier) throws InterruptedException {
        Optional<TrackingServer> server = earlier.settings.tracking().server(System.getenv());
        if (server.isEmpty() || away.contains(server.get().address())) {
            return;
        }
        try {
            bring(earlier, server.get());
        } catch (BeingDeliveredException e) {
            complete = false;
            warnings.accept(TaagemCommand.oneLine(e));
        } catch (IOException e) {
            boolean refused = e instanceof MlflowException problem && problem.kind() == MlflowException.Kind.INVALID;
            complete &= refused; // of one thing, which the run has ended without
            warnings.accept("MLflow has not got " + earlier.run.slot() + ", which was finished before: "
                    + TaagemCommand.oneLine(e) + "; the same command again brings it");
            if (e instanceof MlflowException && !refused) {
                away.add(server.get().address());
            }
        }
    }

    private void bring(Earlier earlier, TrackingServer server) throws IOException, InterruptedException {
        Path folder = earlier.run.folder();
        Optional<MlflowPush> checked = Optional.ofNullable(pushes.get(server.address()));
        MlflowPush push = checked.isPresent() ? checked.get() : new MlflowPush(server, PATIENCE);
        if (push.isDelivered(folder)) {
            return;
        }
        String experiment = push.experiment(earlier.settings.experimentName(), folder);
        if (checked.isEmpty()) {
            push.check(experiment);
            pushes.put(server.address(), push);
        }
        remember(server, experiment);
        StoredRun run = new StoredRun(folder, earlier.run.record());
        push.push(experiment, folder, items.of(run, earlier.name, Map.of()));
    }

    /** Takes note of how all of it ended, which else counts as failed: {@code FINISHED}, {@code FAILED} or {@code KILLED}. */
    synchronized void ended(String how) {
        status = how;
    }

    /**
     * Tells how all of it ended, unless a server still waits for a run; what it misses, the next batch in the folder brings, or
     * a push of the run.
     */
    @Override
    public synchronized void close() {
        if (!complete) {
            warnings.accept("MLflow is not told how '" + parent.name() + "' ended until it has got all of its runs");
            return;
        }
        places.forEach((place, server) -> {
            try {
                RunTracker.close(server, place.experiment(), parent, status);
            } catch (MlflowException e) {
                warnings.accept("MLflow does not know how all of it ended: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
