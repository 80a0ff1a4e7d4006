package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.cli.Program.Run;
import org.taagem.cli.Program.Started;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;
import org.taagem.metrics.Metric;
import org.taagem.report.RunRecordFile;
import org.taagem.tracking.FaultyProxy;
import org.taagem.tracking.FaultyProxy.Fault;
import org.taagem.tracking.MlflowServer;
import org.taagem.tracking.MlflowServers;
import org.taagem.tracking.WithMlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a real MLflow server has in the end, whatever happened to it or to the run. */
@WithMlflow
class MlflowIT {
    private static final List<String> TRAINING =
            List.of("train", "--lite", "--no_verbose", "--set=hidden_dim=20", "--set=sampling_rate=0.5");

    private final Program program;
    private final MlflowServers servers;
    /** Every test has an experiment of its own. */
    private final String experiment;

    MlflowIT(@TempDir Path folder, MlflowServers servers) {
        program = new Program(folder);
        this.servers = servers;
        experiment = "test " + folder.getFileName();
    }

    private String[] training(String address, int epochs, String... more) {
        List<String> arguments = new ArrayList<>(TRAINING);
        arguments.add("--set=num_epochs=" + epochs);
        arguments.addAll(List.of("--mlflow", address, "--experiment_name", experiment));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private Path train(String address) throws IOException, InterruptedException {
        Run run = program.run(training(address, 3));
        assertEquals(0, run.exit(), () -> run.toString());
        return program.runFolder(run);
    }

    /** Asserts that the server has each point of a run once, with its value, and all else that its record tells. */
    private void assertHasAll(MlflowServer server, Path folder) throws IOException, InterruptedException {
        JsonNode run = server.run(experiment);
        RunRecord record = RunRecordFile.read(folder);
        record.config()
                .forEach((key, value) -> assertEquals(
                        String.valueOf(value), MlflowServer.texts(run, "params").get(key), key));
        for (Evaluation evaluation : record.evaluations()) {
            for (int i = 0; i < evaluation.tasksSeen().size(); i++) {
                String metric = "task_" + evaluation.tasksSeen().get(i) + "_accuracy";
                assertOnce(
                        server,
                        run,
                        metric,
                        evaluation.step(),
                        evaluation.individualAccuracies().get(i));
            }
            assertOnce(server, run, "overall_accuracy", evaluation.step(), evaluation.overallAccuracy());
            assertOnce(server, run, "loss", evaluation.step(), evaluation.epochLoss());
            assertOnce(server, run, "memory_size", evaluation.step(), evaluation.memorySize());
            assertOnce(server, run, "learning_rate", evaluation.step(), evaluation.learningRate());
            assertOnce(server, run, "current_task", evaluation.step(), evaluation.taskId());
        }
        assertEquals(
                record.evaluations().size(),
                server.history(MlflowServer.id(run), "overall_accuracy").size());
        assertHasLosses(server, run, RunRecordFile.readLosses(folder));
        long last = record.evaluations().get(record.evaluations().size() - 1).step();
        assertOnce(
                server,
                run,
                "final_accuracy",
                last,
                record.evaluations().get(record.evaluations().size() - 1).overallAccuracy());
        for (Metric metric : List.of(Metric.ACC, Metric.FORGETTING, Metric.BWT, Metric.AVERAGE_ACCURACY)) {
            assertOnce(
                    server,
                    run,
                    metric.key(),
                    last,
                    record.summary().get(metric).orElseThrow());
        }
        assertEquals(
                List.of("batch_losses.csv", "config.yaml", "report.html", "run.json"),
                server.artifacts(MlflowServer.id(run)));
        assertEquals(Files.readString(folder.resolve("run.json")), server.artifact(run, "run.json"));
        assertEquals("FINISHED", run.path("info").path("status").asText());
    }

    private static void assertHasLosses(MlflowServer server, JsonNode run, LossSeries losses)
            throws IOException, InterruptedException {
        List<JsonNode> points = server.history(MlflowServer.id(run), "batch_loss");
        Set<Long> steps = new HashSet<>();
        for (JsonNode point : points) {
            long step = point.path("step").asLong();
            assertTrue(steps.add(step), () -> "twice: step " + step);
            assertEquals(losses.loss((int) step - 1), point.path("value").asDouble());
        }
        assertEquals(losses.size() / 10, points.size());
    }

    private static void assertOnce(MlflowServer server, JsonNode run, String metric, long step, double value)
            throws IOException, InterruptedException {
        List<Double> values = server.history(MlflowServer.id(run), metric).stream()
                .filter(point -> point.path("step").asLong() == step)
                .map(point -> point.path("value").asDouble())
                .toList();
        assertEquals(List.of(value), values, () -> metric + " at step " + step);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "2"})
    void train_serverThere_hasEverything(String release) throws Exception {
        MlflowServer server = servers.of(release);
        Path folder = train(server.address());

        assertHasAll(server, folder);
        JsonNode run = server.run(experiment);
        Map<String, String> tags = MlflowServer.texts(run, "tags");
        assertEquals("permutation", tags.get("task_type"));
        assertEquals("mnist", tags.get("dataset"));
        assertEquals("true", tags.get("quick_test"));
        assertEquals("ta-a-gem", tags.get("strategy"));
        assertEquals("0", tags.get("seed"));
        assertEquals(tags.get("git_commit"), tags.get("mlflow.source.git.commit"));
        assertEquals(
                folder.getFileName().toString(),
                run.path("info").path("run_name").asText());
        JsonNode data = run.path("inputs").path("dataset_inputs").get(0).path("dataset");
        assertEquals("mnist", data.path("name").asText());
        assertEquals(36, data.path("digest").asText().length());
        assertEquals(
                6, server.history(MlflowServer.id(run), "system/heap_megabytes").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "2"})
    void push_serverWasAway_deliversOnceHoweverOften(String release) throws Exception {
        MlflowServer server = servers.of(release);
        Run run = program.run(training("http://127.0.0.1:9", 3)); // nobody listens at the port of "discard"
        assertEquals(0, run.exit());
        Path folder = program.runFolder(run);
        assertTrue(run.err().stream()
                .anyMatch(
                        line -> line.contains("MLflow has not got everything") && line.contains("taagem mlflow push")));

        for (int time = 0; time < 2; time++) {
            Run push = program.run("mlflow", "push", folder.toString(), "--mlflow", server.address());
            assertEquals(List.of(), push.err());
            assertEquals(0, push.exit());
            assertHasAll(server, folder);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void train_serverOrNetworkFails_hasEachPointOnceInTheEnd(Fault fault) throws Exception {
        MlflowServer server = servers.of("3");
        try (FaultyProxy proxy = new FaultyProxy(server.address(), fault, 4)) {
            Path folder = train(proxy.address());
            assertTrue(proxy.faults() > 0, "nothing went wrong");
            Run push = program.run("mlflow", "push", folder.toString(), "--mlflow", server.address());
            assertEquals(0, push.exit(), push::toString);
            assertHasAll(server, folder);
        }
    }

    @Test
    void train_serverRestarts_hasEachPointOnce() throws Exception {
        try (MlflowServer server = servers.start("3")) {
            Started started = program.start(training(server.address(), 60));
            started.awaitLine("task 1/2");
            server.kill();
            Thread.sleep(1000);
            server.restart();
            Run run = started.finish();
            assertEquals(0, run.exit(), run::toString);
            Path folder = program.runFolder(run);
            assertEquals(
                    0,
                    program.run("mlflow", "push", folder.toString(), "--mlflow", server.address())
                            .exit());
            assertHasAll(server, folder);
        }
    }

    @Test
    void resume_runThatWasTold_goesOnAsTheSameRun() throws Exception {
        MlflowServer server = servers.of("3");
        Started started = program.start(training(server.address(), 40));
        started.awaitLine("task 1/2");
        String pid = String.valueOf(started.process().pid());
        assertEquals(0, new ProcessBuilder("kill", "-INT", pid).start().waitFor());
        Run stopped = started.finish();
        assertEquals(130, stopped.exit());
        assertEquals(
                "KILLED", server.run(experiment).path("info").path("status").asText());

        Path folder = program.runFolder(stopped);
        assertEquals(0, program.run("resume", folder.toString()).exit());
        assertHasAll(server, folder);
    }

    @Test
    void train_runThatFails_isToldAsFailed() throws Exception {
        MlflowServer server = servers.of("3");
        Run run = program.run(
                training(server.address(), 3, "--set=learning_rate=1e30", "--set=use_learning_rate_scheduler=false"));
        assertEquals(1, run.exit(), run::toString);
        assertEquals(
                "FAILED", server.run(experiment).path("info").path("status").asText());
    }

    @Test
    void train_requiredServerAway_makesNoRun() throws Exception {
        Run run = program.run(training("http://127.0.0.1:9", 3, "--mlflow_required"));
        assertEquals(1, run.exit());
        assertEquals(
                List.of("taagem: the MLflow server at http://127.0.0.1:9 does not listen: is it running?"), run.err());
        assertFalse(run.out().stream().anyMatch(line -> line.contains("run folder")));
    }

    @Test
    void batch_requiredServerAway_runsNothing() throws Exception {
        Run batch = program.run("batch", "mnist", "b", "--lite", "--mlflow=http://127.0.0.1:9", "--mlflow_required");
        assertEquals(1, batch.exit());
        assertEquals(
                List.of("taagem: the MLflow server at http://127.0.0.1:9 does not listen: is it running?"),
                batch.err());
        assertEquals(List.of(), batch.out());
    }

    @Test
    void importAll_twice_skipsWhatIsThere() throws Exception {
        MlflowServer server = servers.of("3");
        Path one = program.train("--lite", "--set=num_epochs=1", "--set=hidden_dim=5");
        program.train("--lite", "--set=num_epochs=1", "--set=hidden_dim=5", "--seed=2");
        String[] command = {
            "mlflow",
            "import",
            "--input_dir",
            one.resolveSibling("").toString(),
            "--all",
            "--mlflow",
            server.address(),
            "--experiment_name",
            experiment
        };
        assertTrue(program.run(command).out().contains("2 imported, 0 there already"));
        assertTrue(program.run(command).out().contains("0 imported, 2 there already"));
        assertEquals(2, server.runs(experiment).size());
        Map<String, String> tags = MlflowServer.texts(server.runs(experiment).get(0), "tags");
        assertEquals("imported", tags.get("source"));
        assertTrue(tags.containsKey("original_filename") && tags.containsKey("import_timestamp"), tags::toString);
    }
}
