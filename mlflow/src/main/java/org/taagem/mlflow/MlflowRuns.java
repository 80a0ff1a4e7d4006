package org.taagem.mlflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.taagem.data.Spelling;
import org.taagem.state.AtomicFile;

/** Reads runs back from a server. */
public final class MlflowRuns {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String RECORD = "run.json";
    private static final int MOST_NAMES = 5;

    /** What the server calls a file becomes the name of one here. */
    private static final Pattern RESULT_OF_THE_ORIGINAL = Pattern.compile("[\\w -][\\w. -]{0,200}\\.pkl");

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
     * @param runs the runs whose records were fetched, newest first
     * @param without those that have none
     */
    public record Fetched(List<WithRecord> runs, List<WithoutRecord> without) {}

    /**
     * A run and its record.
     *
     * @param name what it is called on the server
     * @param file its {@code run.json}, or the {@code .pkl} file of the Python original, in a folder of its own
     */
    public record WithRecord(String name, Path file) {}

    /**
     * A run that cannot be read back.
     *
     * @param name what it is called on the server
     * @param reason why, as half a sentence
     */
    public record WithoutRecord(String name, String reason) {}

    /**
     * Fetches the records of all runs of an experiment that are over. Runs that hold others are passed over.
     *
     * @param experiment name of the experiment
     * @param into an empty folder, which gets a folder for each run
     * @return what there was
     * @throws MlflowException if there is no such experiment, or the server does not answer
     * @throws IOException if a file cannot be written
     * @throws InterruptedException if the thread is interrupted
     */
    public Fetched fetch(String experiment, Path into) throws IOException, InterruptedException {
        Optional<String> id = client.experimentByName(experiment);
        if (id.isEmpty()) {
            throw unknown(experiment);
        }
        Fetched fetched = new Fetched(new ArrayList<>(), new ArrayList<>());
        for (KnownRun run : client.runs(id.get())) {
            if (!ParentRun.isOne(run)) {
                fetch(run, into, fetched);
            }
        }
        return fetched;
    }

    private void fetch(KnownRun run, Path into, Fetched fetched) throws IOException, InterruptedException {
        String name = run.tags().getOrDefault("mlflow.runName", run.id());
        if (!run.tags().containsKey(RunContent.KEY_TAG)) {
            fetched.without.add(new WithoutRecord(name, "is no run of taagem"));
        } else if (!RunContent.isDelivered(run)) {
            fetched.without.add(
                    new WithoutRecord(name, "goes on, or was not delivered ('taagem mlflow push' does it)"));
        } else {
            String file = recordOf(run);
            Optional<byte[]> record = client.files().download(run, file);
            if (record.isPresent()) {
                Path folder = Files.createDirectory(into.resolve(String.valueOf(fetched.runs.size())));
                AtomicFile.write(folder.resolve(file), out -> out.write(record.get()));
                fetched.runs.add(new WithRecord(name, folder.resolve(file)));
            } else {
                fetched.without.add(new WithoutRecord(name, "has no " + file + " among its artifacts"));
            }
        }
    }

    private static String recordOf(KnownRun run) {
        String imported = run.tags().getOrDefault("original_filename", "");
        return RESULT_OF_THE_ORIGINAL.matcher(imported).matches() ? imported : RECORD;
    }

    private MlflowException unknown(String experiment) throws MlflowException, InterruptedException {
        List<String> there = Spelling.nearest(experiment, client.experiments());
        String names = String.join("', '", there.subList(0, Math.min(MOST_NAMES, there.size())));
        return new MlflowException(
                MlflowException.Kind.REFUSED,
                "the MLflow server at " + server + " has no experiment '" + experiment + "'"
                        + (there.isEmpty() ? "" : "; it has '" + names + "'")
                        + (there.size() > MOST_NAMES ? " and " + (there.size() - MOST_NAMES) + " more" : ""));
    }
}
