package org.taagem.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.experiment.Environment;
import org.taagem.experiment.RunRecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StoredRunsTest {
    private final Path folder;

    StoredRunsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path run(String name, String begun) throws IOException {
        RunRecord record = Records.finished();
        Environment here = record.environment();
        Path run = Files.createDirectories(folder.resolve(name));
        RunRecordFile.write(
                run,
                new RunRecord(
                        record.schema(),
                        record.status(),
                        record.config(),
                        new Environment(
                                here.taagemVersion(),
                                here.gitCommit(),
                                here.javaVersion(),
                                here.javaVm(),
                                here.os(),
                                here.kernel(),
                                here.processors(),
                                Instant.parse(begun),
                                List.of()),
                        record.stream(),
                        record.untrainedAccuracies(),
                        record.evaluations(),
                        record.tasks(),
                        record.summary(),
                        record.wallTime()));
        return run;
    }

    @Test
    void below_runsAtSeveralDepths_areListedNewestFirst() throws IOException {
        run("a", "2026-03-01T09:00:00Z");
        run("batch/b", "2026-03-03T09:00:00Z");
        run("batch/c", "2026-03-02T09:00:00Z");
        assertEquals(
                List.of("b", "c", "a"),
                StoredRuns.below(folder).runs().stream().map(StoredRun::name).toList());
    }

    @Test
    void below_resultsOfThePythonOriginal_areListedToo() throws IOException {
        run("a", "2025-02-18T00:00:00Z");
        for (String name : List.of("generation1.pkl", "generation3.pkl")) {
            Files.copy(Path.of("src/test/resources/org/taagem/report/legacy", name), folder.resolve(name));
        }
        Files.writeString(folder.resolve("other.pkl"), "cos\nsystem\n.");

        StoredRuns found = StoredRuns.below(folder);

        assertEquals(
                List.of("generation3.pkl", "a", "generation1.pkl"),
                found.runs().stream().map(StoredRun::name).toList());
        assertEquals(24, found.runs().get(0).losses().size());
        assertEquals(
                "'" + folder.resolve("other.pkl") + "' wants to use os.system of Python; expected plain data and numpy"
                        + " arrays, and nothing else is ever run",
                found.unreadable().get(0).reason());
    }

    @Test
    void below_oneDamaged_isToldBesideTheOthers() throws IOException {
        run("good", "2026-03-01T09:00:00Z");
        Path bad =
                Files.writeString(Files.createDirectory(folder.resolve("bad")).resolve(RunRecordFile.NAME), "{");
        StoredRuns found = StoredRuns.below(folder);
        assertEquals(1, found.runs().size());
        assertEquals(
                List.of(bad),
                found.unreadable().stream().map(StoredRuns.Unreadable::path).toList());
        assertTrue(found.unreadable().get(0).reason().contains("'" + bad + "'"));
    }

    @Test
    void find_linksAndOtherFiles_areNotFound() throws IOException {
        Path run = run("a", "2026-03-01T09:00:00Z");
        Path file = run.resolve(RunRecordFile.NAME);
        Files.createSymbolicLink(folder.resolve("link to a"), run);
        Files.createSymbolicLink(Files.createDirectory(folder.resolve("b")).resolve(RunRecordFile.NAME), file);
        Files.createDirectories(folder.resolve("c").resolve(RunRecordFile.NAME));
        assertEquals(new StoredRuns.Found(List.of(file), List.of()), StoredRuns.find(folder));
    }

    @Test
    void below_noFolder_saysSo() {
        RunRecordException refused =
                assertThrows(RunRecordException.class, () -> StoredRuns.below(folder.resolve("none")));
        assertTrue(String.valueOf(refused.getMessage()).contains("'" + folder.resolve("none") + "'"));
    }

    @Test
    void read_folderOrFile_isTheSameRun() throws IOException {
        Path run = run("a", "2026-03-01T09:00:00Z");
        StoredRun byFolder = StoredRun.read(run);
        assertEquals(
                byFolder.record(),
                StoredRun.read(run.resolve(RunRecordFile.NAME)).record());
        assertEquals("a", StoredRun.read(run.resolve(RunRecordFile.NAME)).name());
        assertEquals(Records.finished().evaluations(), byFolder.record().evaluations());
    }
}
