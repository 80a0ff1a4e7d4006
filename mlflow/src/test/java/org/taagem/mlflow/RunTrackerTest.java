package org.taagem.mlflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunEvent.RunStarted;
import org.taagem.experiment.RunRecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunTrackerTest {
    private static final RunRecord RECORD = Records.of(Map.of("seed", 1));

    private final FakeServer server = new FakeServer();
    private final Path folder;

    RunTrackerTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RunTracker tracker() throws IOException {
        RunTracker.Options options = new RunTracker.Options(
                "e", folder, Optional.empty(), Map.of(), Optional.empty(), Duration.ofSeconds(20));
        return RunTracker.of(server.server(), options, () -> RECORD);
    }

    @Test
    void finish_serverThere_notesThatAllHasArrived() throws Exception {
        RunTracker tracker = tracker();
        tracker.on(new RunStarted(RECORD.stream(), new LossSeries(0)));
        RunTracker.Outcome outcome = tracker.finish(RECORD, List.of());
        assertEquals(Optional.empty(), outcome.problem());
        assertEquals(
                server.server().address() + "/#/experiments/7/runs/run0",
                outcome.page().orElseThrow());
        assertTrue(Delivery.read(folder).orElseThrow().delivered());
    }

    @Test
    void on_runThatSomebodyElseDelivers_tellsNothing() throws Exception {
        RunTracker first = tracker();
        RunTracker second = tracker();
        second.on(new RunStarted(RECORD.stream(), new LossSeries(0)));
        String problem = second.finish(RECORD, List.of()).problem().orElseThrow();
        assertEquals("another process was delivering the run when it began, and has been left to it", problem);
        assertEquals(0, server.runs());
        first.on(new RunStarted(RECORD.stream(), new LossSeries(0)));
        assertEquals(Optional.empty(), first.finish(RECORD, List.of()).problem());
        assertEquals(1, server.runs());
    }

    @Test
    void push_whileTheRunIsTold_isRefusedUntilItsEnd() throws Exception {
        MlflowPush push = new MlflowPush(server.server());
        MlflowPush.Item item =
                new MlflowPush.Item("run", RECORD, new LossSeries(0), List.of(), Map.of(), Optional.empty());
        RunTracker tracker = tracker();
        tracker.on(new RunStarted(RECORD.stream(), new LossSeries(0)));
        String line = "another process is delivering the run in '" + folder + "' to an MLflow server; wait for its end";
        assertEquals(
                line,
                assertThrows(BeingDeliveredException.class, () -> push.push("e", folder, item))
                        .getMessage());
        assertEquals(
                line,
                assertThrows(BeingDeliveredException.class, () -> push.importFolder("e", folder, item))
                        .getMessage());
        tracker.finish(RECORD, List.of());
        assertFalse(push.push("e", folder, item).sent());
        assertEquals(1, server.runs());
    }

    @Test
    void of_folderThatCannotBeLocked_saysWhy() throws IOException {
        Path file = Files.createDirectory(folder.resolve(DeliveryLock.NAME));
        String message =
                String.valueOf(assertThrows(IOException.class, this::tracker).getMessage());
        assertTrue(
                message.startsWith("cannot make '" + file + "', which keeps others from delivering the run"), message);
    }

    @Test
    void finish_nameOfItsOwn_isToldAndNotedForALaterPush() throws Exception {
        RunTracker.Options options = new RunTracker.Options(
                "e", folder, Optional.of("er on mnist"), Map.of(), Optional.empty(), Duration.ofSeconds(20));
        server.failOnce("runs/create", 403, false);
        RunTracker tracker = RunTracker.of(server.server(), options, () -> RECORD);
        tracker.on(new RunStarted(RECORD.stream(), new LossSeries(0)));
        assertTrue(tracker.finish(RECORD, List.of()).problem().isPresent());
        MlflowPush.Item item =
                new MlflowPush.Item("folder", RECORD, new LossSeries(0), List.of(), Map.of(), Optional.empty());
        new MlflowPush(server.server()).push("e", folder, item);
        assertEquals("er on mnist", server.tag("mlflow.runName"));
    }

    @Test
    void finish_oneThingRefused_hasEndedThere() throws Exception {
        server.refuse((path, body) -> path.endsWith("log-inputs"));
        RunTracker tracker = tracker();
        tracker.on(new RunStarted(RECORD.stream(), new LossSeries(0)));
        RunTracker.Outcome outcome = tracker.finish(RECORD, List.of());
        assertTrue(outcome.problem().orElseThrow().contains("HTTP 400"), outcome::toString);
        assertTrue(outcome.ended());
        Delivery noted = Delivery.read(folder).orElseThrow();
        assertTrue(noted.ended() && !noted.delivered(), noted::toString);
    }

    @Test
    void finish_folderThatCannotBeWritten_deliversAndSaysSo() throws Exception {
        RunTracker tracker = tracker();
        Files.createDirectories(folder.resolve(Delivery.NAME).resolve("in the way"));
        tracker.on(new RunStarted(RECORD.stream(), new LossSeries(0)));
        String problem = tracker.finish(RECORD, List.of()).problem().orElseThrow();
        assertTrue(problem.startsWith("it cannot be noted in the run's folder what has arrived: "), problem);
        assertEquals("true", server.tag(RunContent.DELIVERED_TAG));
    }

    @Test
    void finish_serverWithoutRights_notesWhatIsMissing() throws Exception {
        server.failOnce("runs/create", 403, false);
        RunTracker tracker = tracker();
        tracker.on(new RunStarted(RECORD.stream(), new LossSeries(0)));
        String problem = tracker.finish(RECORD, List.of()).problem().orElseThrow();
        assertTrue(problem.contains("HTTP 403"), problem);
        Delivery noted = Delivery.read(folder).orElseThrow();
        assertEquals(problem, noted.problem());
        assertEquals("", noted.runId());
        assertFalse(noted.ended());
    }
}
