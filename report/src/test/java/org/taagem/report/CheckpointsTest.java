package org.taagem.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecorder;
import org.taagem.experiment.RunStatus;
import org.taagem.state.StateException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CheckpointsTest {
    private static final String OLDER = "step_000000000039.taagem";
    private static final String NEWEST = "step_000000000052.taagem";

    private final KeptRun run = KeptRun.make();
    private final Path folder;
    private final Path kept;
    private final Checkpoints checkpoints;
    private final List<String> warnings = new ArrayList<>();

    CheckpointsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        kept = folder.resolve("checkpoints");
        checkpoints = new Checkpoints(folder);
        for (KeptRun.Moment moment : run.moments()) {
            checkpoints.write(moment.record(), moment.checkpoint());
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void write_four_theLastTwoAreThere() throws IOException {
        assertEquals(4, run.moments().size());
        assertEquals(List.of(OLDER, NEWEST), names());
        assertEquals(Optional.of(kept.resolve(NEWEST)), checkpoints.newestWhole(warnings::add));
        assertEquals(List.of(), warnings);
    }

    @Test
    void read_eachOfThem_endsAsTheWholeRunDid() throws IOException {
        for (String name : names()) {
            RunRecorder resumed = run.resume(kept.resolve(name));
            assertEquals(RunStatus.FINISHED, resumed.record().status());
            assertEquals(run.recorder().record().summary(), resumed.record().summary());
            assertArrayEquals(losses(run.recorder().losses()), losses(resumed.losses()));
            assertEquals(1, resumed.record().environment().resumedAt().size());
        }
    }

    private static double[] losses(LossSeries series) {
        double[] losses = new double[series.size()];
        Arrays.setAll(losses, series::loss);
        return losses;
    }

    @Test
    void newestWhole_damagedNewest_isTheOneBeforeAndSaysSo() throws IOException {
        Path newest = kept.resolve(NEWEST);
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(newest, bytes);

        assertEquals(Optional.of(kept.resolve(OLDER)), checkpoints.newestWhole(warnings::add));
        assertEquals(
                List.of(newest
                        + ": is damaged: its checksum is not that of its content. Take another copy of it, or make"
                        + " it anew; it is now " + NEWEST + ".damaged"),
                warnings);
        assertEquals(List.of(OLDER, NEWEST + ".damaged"), names());
    }

    @Test
    void newestWhole_cutOffNewest_isTheOneBefore() throws IOException {
        Files.write(kept.resolve(NEWEST), new byte[0]);
        assertEquals(Optional.of(kept.resolve(OLDER)), checkpoints.newestWhole(warnings::add));
        assertEquals(1, warnings.size());
    }

    @Test
    void newestWhole_allDamaged_isRefused() throws IOException {
        Files.writeString(kept.resolve(NEWEST), "what?");
        Files.writeString(kept.resolve(OLDER), "what?");
        RunRecordException refusal =
                assertThrows(RunRecordException.class, () -> checkpoints.newestWhole(warnings::add));
        assertEquals(
                "no checkpoint in '" + kept
                        + "' is whole; remove that folder to begin the run anew with the next resume",
                refusal.getMessage());
        assertEquals(2, warnings.size());
        assertThrows(RunRecordException.class, () -> checkpoints.newestWhole(warnings::add)); // nor is it later on
        assertEquals(2, warnings.size());
    }

    @Test
    void newestWhole_neverWritten_isNothing() throws IOException {
        checkpoints.remove();
        assertFalse(Files.exists(kept));
        assertEquals(Optional.empty(), checkpoints.newestWhole(warnings::add));
    }

    @Test
    void read_model_isRefused() throws IOException {
        Path file = folder.resolve("run.json");
        RunRecordFile.write(folder, run.recorder().record());
        StateException refusal = assertThrows(StateException.class, () -> run.resume(file));
        assertTrue(String.valueOf(refusal.getMessage()).contains("is no state that taagem has written"));
    }

    @Test
    void writer_manyAtOnce_theNewestIsWritten() throws IOException {
        checkpoints.remove();
        try (CheckpointWriter writer = new CheckpointWriter(checkpoints)) {
            for (KeptRun.Moment moment : run.moments()) {
                writer.add(moment.record(), moment.checkpoint());
            }
        }
        assertTrue(names().contains(NEWEST), () -> "written: " + run);
        assertTrue(names().size() <= 2);
    }

    @Test
    void writer_cannotWrite_saysSoOnceAtTheLatestAtItsEnd() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        CheckpointWriter writer = new CheckpointWriter(new Checkpoints(file));
        KeptRun.Moment moment = run.moments().get(0);
        writer.add(moment.record(), moment.checkpoint());
        RunRecordException refusal = assertThrows(RunRecordException.class, writer::close);
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("cannot make folder '" + file));
        assertThrows(RunRecordException.class, () -> writer.add(moment.record(), moment.checkpoint()));
        writer.close();
    }

    @Test
    void lock_takenTwice_isRefusedUntilGivenBack() throws IOException {
        RunLock first = RunLock.take(folder);
        RunRecordException refusal = assertThrows(RunRecordException.class, () -> RunLock.take(folder));
        assertEquals(
                "the run in '" + folder
                        + "' is going on, in this process or another; wait for its end, or stop it first",
                refusal.getMessage());
        first.close();
        try (RunLock lock = RunLock.take(folder)) {
            lock.remove();
        }
        assertFalse(Files.exists(folder.resolve(RunLock.NAME)));
    }
}
