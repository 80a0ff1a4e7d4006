package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.cli.Program.Run;
import org.taagem.cli.Program.Started;
import org.taagem.report.StoredRuns;
import org.taagem.tracking.FaultyProxy;
import org.taagem.tracking.MlflowServer;
import org.taagem.tracking.MlflowServers;
import org.taagem.tracking.WithMlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A batch on real servers: one run that has its name, and its runs below it. */
@WithMlflow
class MlflowBatchIT {
    private final Path folder;
    private final MlflowServers servers;
    /** Every test has an experiment of its own. */
    private final String experiment;

    MlflowBatchIT(@TempDir Path folder, MlflowServers servers) {
        this.folder = folder;
        this.servers = servers;
        experiment = "batch " + folder.getFileName();
    }

    private String[] batch(String... more) {
        List<String> command = new ArrayList<>(List.of(
                "batch",
                "points:300",
                "night",
                "--task-type=permutation",
                "--runs=2",
                "--set=num_tasks=2",
                "--set=hidden_dim=8",
                "--kernel=plain",
                "--output-dir=" + folder,
                "--experiment-name=" + experiment));
        command.addAll(List.of(more));
        return command.toArray(String[]::new);
    }

    private static boolean isParent(JsonNode run) {
        return List.of("night", "bench")
                .contains(run.path("info").path("run_name").asText());
    }

    private static String status(JsonNode run) {
        return run.path("info").path("status").asText();
    }

    private JsonNode parent(MlflowServer server) throws IOException, InterruptedException {
        List<JsonNode> parents =
                server.runs(experiment).stream().filter(MlflowBatchIT::isParent).toList();
        assertEquals(1, parents.size());
        return parents.get(0);
    }

    private void assertIsOneBatch(MlflowServer server, String status, String... statusesOfRuns)
            throws IOException, InterruptedException {
        JsonNode parent = parent(server);
        assertEquals(status, status(parent));
        List<JsonNode> children =
                server.runs(experiment).stream().filter(run -> !isParent(run)).toList();
        assertEquals(
                List.of(statusesOfRuns),
                children.stream().map(MlflowBatchIT::status).sorted().toList());
        for (JsonNode child : children) {
            assertEquals(
                    MlflowServer.id(parent), MlflowServer.texts(child, "tags").get("mlflow.parentRunId"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "2"})
    void batch_ofTwoRuns_isOneRunWithTwoBelow(String release) throws Exception {
        MlflowServer server = servers.of(release);
        CommandRun run = CommandRun.of(batch("--mlflow=" + server.address(), "--jobs=2"));
        assertEquals("", run.err());
        assertEquals(0, run.exit());
        assertIsOneBatch(server, "FINISHED", "FINISHED", "FINISHED");
    }

    @Test
    void batch_runsThatFail_hasFailed() throws Exception {
        MlflowServer server = servers.of("3");
        CommandRun run = CommandRun.of(batch(
                "--mlflow=" + server.address(), "--set=learning_rate=1e30", "--set=use_learning_rate_scheduler=false"));
        assertEquals(1, run.exit(), run::out);
        assertIsOneBatch(server, "FAILED", "FAILED", "FAILED");
    }

    @ParameterizedTest
    @CsvSource({"0.1, FINISHED", "1e30, FAILED"})
    void bench_ofTwoRuns_isOneRunThatEnds(String learningRate, String status) throws Exception {
        MlflowServer server = servers.of("3");
        Path spec = Files.writeString(
                folder.resolve("points.yaml"), """
                set: {dataset_name: 'points:300', num_tasks: 2, hidden_dim: 8, kernel: plain, learning_rate: %s,
                  use_learning_rate_scheduler: false, experiment_name: %s, mlflow_tracking_uri: '%s'}
                learners: {sgd: {}, er: {memory: ring}}
                streams: {mixed up: {task_type: permutation}}
                seeds: 1
                """.formatted(learningRate, experiment, server.address()));
        CommandRun bench = CommandRun.of("bench", spec.toString(), "-o=" + folder.resolve("bench"));
        assertEquals("", bench.err());
        assertIsOneBatch(server, status, status, status);
        assertEquals(List.of("bench", "er on mixed up, seed 1", "sgd on mixed up, seed 1"), names(server));
    }

    private List<String> names(MlflowServer server) throws IOException, InterruptedException {
        return server.runs(experiment).stream()
                .map(run -> run.path("info").path("run_name").asText())
                .sorted()
                .toList();
    }

    @Test
    void bench_againWithAServer_bringsWhatItHasRun() throws Exception {
        MlflowServer server = servers.of("3");
        Path spec = Files.writeString(folder.resolve("points.yaml"), """
                set: {dataset_name: 'points:300', num_tasks: 2, hidden_dim: 8, kernel: plain, experiment_name: %s}
                learners: {sgd: {}}
                streams: {mixed up: {task_type: permutation}}
                seeds: 1-2
                """.formatted(experiment));
        String[] command = {"bench", spec.toString(), "-o=" + folder.resolve("bench")};
        assertEquals(0, CommandRun.of(command).exit());
        String[] told = {command[0], command[1], command[2], "--mlflow=" + server.address()};
        for (int time = 0; time < 2; time++) {
            CommandRun again = CommandRun.of(told);
            assertEquals("", again.err());
            assertFalse(again.out().contains("warning"), again::out);
            assertIsOneBatch(server, "FINISHED", "FINISHED", "FINISHED");
        }
        assertEquals(List.of("bench", "sgd on mixed up, seed 1", "sgd on mixed up, seed 2"), names(server));
    }

    @Test
    void batch_runThatDidNotArrive_isNotOverUntilTheSameCommandHasBroughtIt() throws Exception {
        MlflowServer server = servers.of("3");
        try (FaultyProxy proxy = new FaultyProxy(server.address(), FaultyProxy.Fault.DISK_FULL)) {
            String[] command = batch("--mlflow=" + proxy.address(), "--jobs=1");
            CommandRun first = CommandRun.of(command);
            assertEquals(0, first.exit());
            assertTrue(first.out().contains("MLflow is not told how 'night' ended until it has got all"), first::out);
            assertEquals("RUNNING", status(parent(server)));
            CommandRun second = CommandRun.of(command);
            assertTrue(second.out().contains("which was finished before: the MLflow server at "), second::out);
            assertEquals("RUNNING", status(parent(server)));

            proxy.mend();
            CommandRun third = CommandRun.of(command);
            assertFalse(third.out().contains("warning"), third::out);
            assertIsOneBatch(server, "FINISHED", "FINISHED", "FINISHED");
        }
    }

    @Test
    void push_oneOfTwoRunsThatWait_leavesTheBatchOpenUntilTheOther() throws Exception {
        MlflowServer server = servers.of("3");
        List<Path> runs;
        try (FaultyProxy proxy = new FaultyProxy(server.address(), FaultyProxy.Fault.DISK_FULL)) {
            assertEquals(
                    0,
                    CommandRun.of(batch("--mlflow=" + proxy.address(), "--jobs=2"))
                            .exit());
            try (Stream<Path> found = Files.list(folder.resolve("night"))) {
                runs = found.filter(Files::isDirectory).sorted().toList();
            }
            proxy.mend();
            assertEquals("", TrackedRuns.push(runs.get(0), proxy.address()).err());
            assertEquals("RUNNING", status(parent(server)));
            assertEquals("", TrackedRuns.push(runs.get(1), proxy.address()).err());
        }
        assertIsOneBatch(server, "FINISHED", "FINISHED", "FINISHED");
    }

    @Test
    void bench_requiredServerAway_runsNothing() throws Exception {
        Path spec = Files.writeString(folder.resolve("points.yaml"), """
                set: {dataset_name: 'points:300', mlflow_required: true, mlflow_tracking_uri: 'http://127.0.0.1:9'}
                learners: {sgd: {}}
                streams: {mixed up: {task_type: permutation}}
                seeds: 1
                """);
        CommandRun bench = CommandRun.of("bench", spec.toString(), "-o=" + folder.resolve("bench"));
        assertEquals(
                new CommandRun(
                        1, "", "taagem: the MLflow server at http://127.0.0.1:9 does not listen: is it running?\n"),
                bench);
        assertFalse(Files.exists(folder.resolve("bench")));
    }

    @Test
    void batch_stoppedAndGoneOnWith_isKilledAndThenFinished() throws Exception {
        MlflowServer server = servers.of("3");
        Program program = new Program(folder);
        String[] command = {
            "batch",
            "mnist",
            "night",
            "--lite",
            "--task-type=permutation",
            "--runs=2",
            "--jobs=1",
            "--set=hidden_dim=20",
            "--set=sampling_rate=0.5",
            "--set=num_epochs=[1,40]",
            "--output-dir=" + folder,
            "--experiment-name=" + experiment,
            "--mlflow=" + server.address()
        };
        Started started = program.start(command);
        awaitFirstTask(started);
        String pid = String.valueOf(started.process().pid());
        assertEquals(0, new ProcessBuilder("kill", "-INT", pid).start().waitFor());
        Run stopped = started.finish();
        assertEquals(130, stopped.exit(), stopped::toString);
        assertIsOneBatch(server, "KILLED", "KILLED");

        started = program.start(command);
        while (!status(parent(server)).equals("RUNNING")) {
            assertTrue(started.process().isAlive(), "ended without being told of as running");
            Thread.sleep(50);
        }
        assertEquals(0, started.finish().exit());
        assertIsOneBatch(server, "FINISHED", "FINISHED", "FINISHED");
    }

    private void awaitFirstTask(Started started) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!Files.isDirectory(folder.resolve("night"))
                || StoredRuns.below(folder).runs().stream()
                        .allMatch(run -> run.record().tasks().isEmpty())) {
            assertTrue(started.process().isAlive(), "ended before its first task");
            assertTrue(System.nanoTime() < deadline, "no task is over after 60 s");
            Thread.sleep(50);
        }
    }

    @Test
    void push_batchWithoutServer_isTheSameBatchAsItWas() throws Exception {
        MlflowServer server = servers.of("3");
        assertEquals(0, CommandRun.of(batch()).exit());
        List<Path> runs;
        try (Stream<Path> found = Files.list(folder.resolve("night"))) {
            runs = found.filter(Files::isDirectory).sorted().toList();
        }
        assertEquals(2, runs.size());
        for (int time = 0; time < 2; time++) {
            CommandRun push = CommandRun.of(
                    "mlflow", "push", runs.get(0).toString(), runs.get(1).toString(), "--mlflow=" + server.address());
            assertEquals("", push.err());
            assertIsOneBatch(server, "FINISHED", "FINISHED", "FINISHED");
        }
        Instant began = StoredRuns.below(folder).runs().stream()
                .map(run -> run.record().environment().startedAt())
                .min(Instant::compareTo)
                .orElseThrow();
        assertEquals(
                began.toEpochMilli(),
                parent(server).path("info").path("start_time").asLong());
    }
}
