package org.taagem.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.cli.Program.Run;
import org.taagem.cli.Program.Started;
import org.taagem.experiment.RunStatus;
import org.taagem.tracking.MlflowServer;
import org.taagem.tracking.MlflowServers;
import org.taagem.tracking.WithMlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a real MLflow server has of runs, while all goes well or while it is away. */
@WithMlflow
class MlflowIT {
    /** Nobody listens at the port of "discard". */
    private static final String NOBODY = "http://127.0.0.1:9";

    private final Path folder;
    private final MlflowServers servers;
    private final TrackedRuns runs;
    /** Every test has an experiment of its own. */
    private final String experiment;

    MlflowIT(@TempDir Path folder, MlflowServers servers) {
        this.folder = folder;
        this.servers = servers;
        experiment = "test " + folder.getFileName();
        runs = new TrackedRuns(folder.resolve("runs"), experiment);
    }

    private static String status(JsonNode run) {
        return run.path("info").path("status").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "2"})
    void train_serverThere_hasEverything(String release) throws Exception {
        MlflowServer server = servers.of(release);
        CommandRun training = runs.lite(server.address(), "--set=num_epochs=3");
        assertEquals("", training.err());

        JsonNode run = DeliveredRun.assertComplete(server, experiment, runs.only());
        String page = server.address() + "/#/experiments/"
                + run.path("info").path("experiment_id").asText() + "/runs/" + MlflowServer.id(run);
        assertTrue(training.out().endsWith("  mlflow   " + page + "\n"), training::out);
        Map<String, String> tags = MlflowServer.texts(run, "tags");
        assertEquals("permutation", tags.get("task_type"));
        assertEquals("mnist", tags.get("dataset"));
        assertEquals("true", tags.get("quick_test"));
        assertEquals("ta-a-gem", tags.get("strategy"));
        assertEquals("0", tags.get("seed"));
        String commit = BuildInfo.read().commitHash();
        assertEquals(commit, tags.get("mlflow.source.git.commit"));
        assertTrue(commit.startsWith(String.valueOf(tags.get("git_commit")).replace("-dirty", "")), tags::toString);
        assertEquals(
                String.valueOf(runs.only().getFileName()),
                run.path("info").path("run_name").asText());
        JsonNode data = run.path("inputs").path("dataset_inputs").get(0).path("dataset");
        assertEquals("mnist", data.path("name").asText());
        assertEquals(36, data.path("digest").asText().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "2"})
    void push_serverWasAway_deliversOnceHoweverOften(String release) throws Exception {
        MlflowServer server = servers.of(release);
        CommandRun run = runs.points(NOBODY);
        assertEquals(0, run.exit());
        assertEquals(
                "taagem: warning: MLflow has not got everything: the MLflow server at http://127.0.0.1:9 does not listen:"
                        + " is it running?; 'taagem mlflow push " + runs.only() + "' delivers it later\n",
                run.err());

        for (int time = 0; time < 2; time++) {
            CommandRun push = TrackedRuns.push(runs.only(), server.address());
            assertEquals("", push.err());
            assertEquals(0, push.exit());
            DeliveredRun.assertComplete(server, experiment, runs.only());
        }
    }

    @Test
    void resume_runThatWasTold_goesOnAsTheSameRun() throws Exception {
        MlflowServer server = servers.of("3");
        Program program = new Program(folder);
        Started started = program.start(
                "train",
                "--lite",
                "--no_verbose",
                "--set=hidden_dim=20",
                "--set=sampling_rate=0.5",
                "--set=num_epochs=[1,15]",
                "--mlflow=" + server.address(),
                "--experiment_name=" + experiment,
                "-o=" + runs.folder());
        started.awaitLine("task 1/2");
        String pid = String.valueOf(started.process().pid());
        assertEquals(0, new ProcessBuilder("kill", "-INT", pid).start().waitFor());
        Run stopped = started.finish();
        assertEquals(130, stopped.exit());
        assertEquals("KILLED", status(server.run(experiment)));

        assertEquals("", CommandRun.of("resume", runs.only().toString()).err());
        DeliveredRun.assertComplete(server, experiment, runs.only());
    }

    @Test
    void train_serverOfTheEnvironment_isToldAsAParameter() throws Exception {
        MlflowServer server = servers.of("3");
        Run run = new Program(folder)
                .startAs(
                        List.of("env", "MLFLOW_TRACKING_URI=" + server.address()),
                        "train",
                        "--lite",
                        "--set=num_epochs=1",
                        "--set=hidden_dim=5",
                        "--kernel=plain",
                        "--experiment_name=" + experiment,
                        "-o=" + runs.folder())
                .finish();
        assertEquals(0, run.exit(), run::toString);
        JsonNode told = server.run(experiment);
        assertEquals(server.address(), MlflowServer.texts(told, "params").get("mlflow_tracking_uri"));
        assertTrue(server.artifact(told, "config.yaml").contains("mlflow_tracking_uri: \"\"\n"));
    }

    @Test
    void push_twoAtOnce_makeOneRun() throws Exception {
        MlflowServer server = servers.of("3");
        assertEquals(0, runs.points(NOBODY).exit());
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<CommandRun> other = thread.submit(() -> TrackedRuns.push(runs.only(), server.address()));
        thread.shutdown();
        List<CommandRun> both = List.of(TrackedRuns.push(runs.only(), server.address()), other.get());
        assertTrue(both.stream().anyMatch(push -> push.out().startsWith("delivered      ")), both::toString);
        for (CommandRun push : both) {
            boolean waits = push.out().endsWith("another process is delivering it; wait for its end\n");
            assertEquals(waits ? 1 : 0, push.exit(), push::toString);
        }
        DeliveredRun.assertComplete(server, experiment, runs.only());
    }

    @Test
    void train_runThatFails_isToldAsFailed() throws Exception {
        MlflowServer server = servers.of("3");
        CommandRun run =
                runs.points(server.address(), "--set=learning_rate=1e30", "--set=use_learning_rate_scheduler=false");
        assertEquals(1, run.exit(), run::toString);
        assertEquals("FAILED", status(server.run(experiment)));
        CommandRun push = TrackedRuns.push(runs.only(), server.address());
        assertTrue(push.out().startsWith("there already  "), push::toString);
    }

    @Test
    void train_requiredServerAway_makesNoRun() throws Exception {
        CommandRun run = runs.points(NOBODY, "--mlflow_required");
        assertEquals(
                new CommandRun(1, "", "taagem: the MLflow server at " + NOBODY + " does not listen: is it running?\n"),
                run);
        assertEquals(List.of(), runs.all());
    }

    @Test
    void batch_requiredServerAway_runsNothing() {
        CommandRun batch = CommandRun.of(
                "batch", "mnist", "b", "--lite", "--mlflow=" + NOBODY, "--mlflow_required", "-o=" + runs.folder());
        assertEquals(
                new CommandRun(1, "", "taagem: the MLflow server at " + NOBODY + " does not listen: is it running?\n"),
                batch);
    }

    @Test
    void importAll_twice_skipsWhatIsThere() throws Exception {
        MlflowServer server = servers.of("3");
        StoredRecords.write(runs.folder().resolve("one"), 1, 0.7, RunStatus.FINISHED);
        StoredRecords.write(runs.folder().resolve("two"), 2, 0.8, RunStatus.FINISHED);
        String[] command = {
            "mlflow",
            "import",
            "--all",
            "--input_dir=" + runs.folder(),
            "--mlflow=" + server.address(),
            "--experiment_name=" + experiment
        };
        String[] dry = Stream.concat(Stream.of(command), Stream.of("--dry_run")).toArray(String[]::new);
        assertEquals(
                new CommandRun(
                        0,
                        "would be imported into '" + experiment + "'  "
                                + runs.folder().resolve("two") + "\n" + "would be imported into '" + experiment + "'  "
                                + runs.folder().resolve("one") + "\n",
                        ""),
                CommandRun.of(dry));
        assertFalse(server.experiments().contains(experiment), "which a dry run must not make");
        String page = "  " + server.address() + "/#/experiments/";
        assertTrue(CommandRun.of(command).out().contains("\n2 imported, 0 there already" + page));
        assertTrue(CommandRun.of(command).out().contains("\n0 imported, 2 there already" + page));
        assertEquals(2, server.runs(experiment).size());
        StoredRecords.write(runs.folder().resolve("three"), 3, 0.8, RunStatus.FINISHED);
        assertEquals(
                Set.of(
                        "there already  " + runs.folder().resolve("one"),
                        "there already  " + runs.folder().resolve("two"),
                        "would be imported into '" + experiment + "'  "
                                + runs.folder().resolve("three")),
                CommandRun.of(dry).out().lines().collect(Collectors.toSet()));
        assertEquals(2, server.runs(experiment).size());
        Map<String, String> tags = MlflowServer.texts(server.runs(experiment).get(0), "tags");
        assertEquals("imported", tags.get("source"));
        assertTrue(tags.containsKey("original_filename") && tags.containsKey("import_timestamp"), tags::toString);
    }
}
