package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.taagem.experiment.ConfigException;
import org.taagem.mlflow.MlflowRuns;
import org.taagem.mlflow.TrackingServer;
import org.taagem.report.RunRecordException;
import org.taagem.report.StoredRun;
import org.taagem.report.StoredRuns;
import org.taagem.report.stats.RunSelection;

/** Runs of experiments on a server, as if they lay in folders. */
final class MlflowExperiments {
    private final TrackingServer server;
    private final MlflowRuns runs;

    MlflowExperiments(TrackingServer server) throws IOException {
        this.server = server;
        runs = new MlflowRuns(server);
    }

    /**
     * Makes sure that no experiment is compared with itself.
     *
     * @throws ConfigException if one is there twice
     */
    static void checkEachOnce(List<String> experiments) {
        Set<String> before = new HashSet<>();
        for (String experiment : experiments) {
            if (!before.add(experiment)) {
                throw new ConfigException(
                        "the experiment '" + experiment + "' is given twice; give each experiment once");
            }
        }
    }

    /**
     * Takes all finished runs of an experiment.
     *
     * @throws IOException if it cannot be read, or there is none; the message says what there is
     */
    RunSelection select(String experiment) throws IOException, InterruptedException {
        RunFolders.Place place = new RunFolders.Place(
                "the experiment '" + experiment + "' of the MLflow server at " + server,
                "runs that taagem told it of (--mlflow) or brought to it ('taagem mlflow push')");
        return RunFolders.select(place, read(experiment), Integer.MAX_VALUE);
    }

    private StoredRuns read(String experiment) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("taagem-mlflow");
        try {
            return read(experiment, runs.fetch(experiment, folder));
        } finally {
            delete(folder);
        }
    }

    private static StoredRuns read(String experiment, MlflowRuns.Fetched fetched) {
        List<StoredRun> found = new ArrayList<>();
        List<StoredRuns.Unreadable> unreadable = new ArrayList<>();
        for (MlflowRuns.WithoutRecord run : fetched.without()) {
            Path path = named(experiment, run.name());
            unreadable.add(new StoredRuns.Unreadable(path, path + " " + run.reason()));
        }
        for (MlflowRuns.WithRecord run : fetched.runs()) {
            Path path = named(experiment, run.name());
            try {
                found.add(new StoredRun(path, StoredRun.read(run.file()).record()));
            } catch (RunRecordException e) {
                unreadable.add(new StoredRuns.Unreadable(path, path + ": " + e.getMessage()));
            }
        }
        return new StoredRuns(List.copyOf(found), List.copyOf(unreadable));
    }

    /** The file it was read from is gone when somebody is told of it. */
    private static Path named(String experiment, String run) {
        return Path.of(harmless(experiment), harmless(run));
    }

    private static String harmless(String name) {
        return name.replaceAll("[^\\w. -]", "_");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
