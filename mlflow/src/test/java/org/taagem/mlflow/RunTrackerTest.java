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
        RunTracker.Options options = new RunTracker.Options("e", folder, Optional.empty(), Duration.ofSeconds(20));
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
    }
}
