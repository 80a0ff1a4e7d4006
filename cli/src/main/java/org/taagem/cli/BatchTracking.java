package org.taagem.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.taagem.mlflow.MlflowException;
import org.taagem.mlflow.ParentRun;
import org.taagem.mlflow.RunTracker;
import org.taagem.mlflow.TrackingServer;

/**
 * Tells MLflow servers of the runs in a folder. On each server they are below one run, which ends when this is closed; there
 * is no other way to begin one.
 */
final class BatchTracking implements AutoCloseable {
    private final ParentRun parent;
    private final Consumer<String> warnings;
    /** Where runs have begun. */
    private final Map<Place, TrackingServer> places = new LinkedHashMap<>();

    private String status = "FAILED";

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

    /** Gets ready to tell of a run. */
    Tracking of(TrainSettings settings, RecordedExperiment experiment) throws IOException {
        Tracking tracking = Tracking.of(settings, experiment, Optional.of(parent));
        Optional<TrackingServer> server = settings.tracking().server(System.getenv());
        server.ifPresent(at -> remember(at, settings.experimentName()));
        return tracking;
    }

    private synchronized void remember(TrackingServer server, String experiment) {
        places.put(new Place(server.address(), experiment), server);
    }

    /** Takes note of how all of it ended, which else counts as failed: {@code FINISHED}, {@code FAILED} or {@code KILLED}. */
    synchronized void ended(String how) {
        status = how;
    }

    /** Tells how all of it ended; what a server misses of it, a later push of any run brings. */
    @Override
    public synchronized void close() {
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
