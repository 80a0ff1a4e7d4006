package org.taagem.mlflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.taagem.state.AtomicFile;

/** Reads runs back from a server. */
public final class MlflowRuns {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final TrackingServer server;
    private final MlflowClient client;

    /**
     * Makes a reader.
     *
     * @param server where from
     * @throws MlflowException if the server's certificates cannot be read
     */
    public MlflowRuns(TrackingServer server) throws MlflowException {
        this.server = server;
        client = new MlflowClient(new RestCalls(server, TIMEOUT));
    }

    /**
     * What an experiment has.
     *
     * @param folders a folder for each run, with its record
     * @param without names of the runs that have none, such as those of another program
     */
    public record Fetched(List<Path> folders, List<String> without) {}

    /**
     * Fetches the records of all runs of an experiment that are over.
     *
     * @param experiment name of the experiment
     * @param file name of the file of a record, such as {@code run.json}
     * @param into an empty folder, which gets a folder for each run
     * @return what there was
     * @throws MlflowException if there is no such experiment, or the server does not answer
     * @throws IOException if a file cannot be written
     * @throws InterruptedException if the thread is interrupted
     */
    public Fetched fetch(String experiment, String file, Path into) throws IOException, InterruptedException {
        String id = client.experimentByName(experiment)
                .orElseThrow(() -> new MlflowException(
                        MlflowException.Kind.REFUSED,
                        "the MLflow server at " + server + " has no experiment '" + experiment + "'"));
        Fetched fetched = new Fetched(new ArrayList<>(), new ArrayList<>());
        for (MlflowClient.KnownRun run : client.runs(id)) {
            if (run.tags().containsKey(RunContent.STATUS_TAG)) {
                byte[] record = client.download(run.artifacts(), file);
                Path folder = Files.createDirectory(into.resolve(run.id()));
                AtomicFile.write(folder.resolve(file), out -> out.write(record));
                fetched.folders().add(folder);
            } else {
                fetched.without().add(run.tags().getOrDefault("mlflow.runName", run.id()));
            }
        }
        return fetched;
    }
}
