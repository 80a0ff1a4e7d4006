package org.taagem.cli;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.tracking.FaultyProxy;
import org.taagem.tracking.FaultyProxy.Fault;
import org.taagem.tracking.MlflowServer;
import org.taagem.tracking.MlflowServers;
import org.taagem.tracking.WithMlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a real MLflow server has in the end, whatever happened to it or to the network. */
@WithMlflow
class MlflowFaultIT {
    private final Path folder;
    private final MlflowServers servers;

    MlflowFaultIT(@TempDir Path folder, MlflowServers servers) {
        this.folder = folder;
        this.servers = servers;
    }

    private TrackedRuns runs(String name) {
        return new TrackedRuns(folder.resolve(name), name + " " + folder.getFileName());
    }

    @Test
    void train_serverOrNetworkFails_hasEachPointOnceInTheEnd() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Future<Void> hanging = threads.submit(this::requireServerThatHangs);
        Map<Fault, Future<Void>> tests = new LinkedHashMap<>();
        tests.put(Fault.DELAYED_10_S, threads.submit(this::trainWithLateAnswer)); // the others in the meantime
        tests.put(Fault.DISK_FULL, threads.submit(this::trainWhileTheDiskIsFull));
        for (Fault fault : Fault.values()) {
            if (!tests.containsKey(fault)) {
                tests.put(fault, threads.submit(() -> trainAndPushThrough(fault)));
            }
        }
        for (Future<Void> test : tests.values()) {
            test.get();
        }
        hanging.get();
        threads.shutdown();
    }

    /** The system takes connections to it, and nobody ever answers. */
    private Void requireServerThatHangs() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + silent.getLocalPort();
            TrackedRuns runs = runs("hanging");
            long before = System.nanoTime();
            assertEquals(
                    new CommandRun(1, "", "taagem: the MLflow server at " + address + " does not answer in time\n"),
                    runs.points(address, "--mlflow_required"));
            assertTrue(System.nanoTime() - before < 20_000_000_000L, "waited for more than its 10 s");
            assertEquals(List.of(), runs.all());
        }
        return null;
    }

    private Void trainAndPushThrough(Fault fault) throws Exception {
        MlflowServer server = servers.of("3");
        TrackedRuns runs = runs(fault.name());
        try (FaultyProxy proxy = new FaultyProxy(server.address(), fault)) {
            assertEquals(0, runs.points(proxy.address()).exit());
            CommandRun push = TrackedRuns.push(runs.only(), proxy.address());
            assertEquals("", push.err(), fault::name);
            assertTrue(proxy.faults() >= 8, () -> fault + " has met only " + proxy.faults() + " kinds of requests");
            DeliveredRun.assertComplete(server, runs.experiment(), runs.only());
        }
        return null;
    }

    private Void trainWhileTheDiskIsFull() throws Exception {
        MlflowServer server = servers.of("3");
        TrackedRuns runs = runs(Fault.DISK_FULL.name());
        try (FaultyProxy proxy = new FaultyProxy(server.address(), Fault.DISK_FULL)) {
            String warning = runs.points(proxy.address()).err();
            assertTrue(warning.contains("HTTP 503: (sqlite3.OperationalError) database or disk is full"), warning);
            proxy.mend();
            assertEquals("", TrackedRuns.push(runs.only(), proxy.address()).err());
            DeliveredRun.assertComplete(server, runs.experiment(), runs.only());
        }
        return null;
    }

    /** A training of more than three seconds, so that its first points are on their way before it ends. */
    private Void trainWithLateAnswer() throws Exception {
        MlflowServer server = servers.of("3");
        TrackedRuns runs = runs(Fault.DELAYED_10_S.name());
        try (FaultyProxy proxy = new FaultyProxy(server.address(), Fault.DELAYED_10_S)) {
            CommandRun run = runs.lite(proxy.address(), "--set=num_epochs=30");
            assertEquals("", run.err());
            assertEquals(1, proxy.faults());
            DeliveredRun.assertComplete(server, runs.experiment(), runs.only());
        }
        return null;
    }

    @Test
    void train_serverRestarts_hasEachPointOnce() throws Exception {
        MlflowServer server = servers.of("3");
        TrackedRuns runs = runs("restart");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<CommandRun> training = thread.submit(() -> runs.lite(server.address(), "--set=num_epochs=60"));
        thread.shutdown();
        while (runs.all().isEmpty() || !Files.exists(runs.only().resolve("mlflow.json"))) {
            assertFalse(training.isDone(), "over before the server was told");
            Thread.sleep(20);
        }
        server.kill();
        server.restart();
        assertEquals(0, training.get().exit());
        assertEquals("", TrackedRuns.push(runs.only(), server.address()).err());
        DeliveredRun.assertComplete(server, runs.experiment(), runs.only());
    }
}
