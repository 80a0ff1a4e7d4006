package org.taagem.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;
import org.taagem.report.RunRecordException;
import org.taagem.report.RunRecordFile;
import org.taagem.ui.RunIndex.Listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunIndexTest {
    private final Path folder;
    private final RunIndex index;

    RunIndexTest(@TempDir Path folder) {
        this.folder = folder;
        index = new RunIndex(folder);
    }

    private List<String> ids() throws IOException {
        return index.listing().rows().stream().map(RunRow::id).toList();
    }

    private RunRow onlyRow() throws IOException {
        Listing listing = index.listing();
        assertEquals(1, listing.rows().size());
        return listing.rows().get(0);
    }

    @Test
    void listing_oneRun_hasWhatItsRecordSays() throws IOException {
        StoredExample.finished().in(folder.resolve("a"));
        RunRow row = onlyRow();
        assertEquals("a", row.id());
        assertEquals(RunState.FINISHED, row.state());
        assertEquals(
                Map.of("strategy", "ta-a-gem", "task_type", "permutation", "seed", "0", "dataset", "tiny"),
                new TreeMap<>(row.words()));
        assertEquals(new Figure.Defined(-0.1333333333333333), row.figures().get(Metric.BWT));
        assertEquals(Instant.parse("2026-03-01T09:30:15.250Z"), row.begun());
        assertEquals(60, row.progress().step());
        assertEquals(60, row.progress().steps());
        assertEquals(0.045960003, row.progress().seconds().getAsDouble());
    }

    @Test
    void listing_foldersOfFolders_areNamedByTheirPaths() throws IOException {
        StoredExample.finished().with("2026-03-01T09", "2026-03-01T10").in(folder.resolve("study/b"));
        StoredExample.finished().in(folder.resolve("a"));
        StoredExample.finished().in(folder);
        assertEquals(List.of("study/b", ".", "a"), ids());
    }

    @ParameterizedTest
    @CsvSource({"running, CUT_OFF", "interrupted, INTERRUPTED", "failed, FAILED", "finished, FINISHED"})
    void listing_nobodyAtIt_tellsHowItReallyStands(String status, RunState state) throws IOException {
        Path run = StoredExample.finished().withStatus(status).in(folder.resolve("a"));
        assertEquals(state, onlyRow().state());
        Files.createFile(run.resolve("run.lock")); // as a process that died leaves it
        assertEquals(state, onlyRow().state());
        assertEquals(state, index.readLive("a").orElseThrow().row().state());
    }

    @Test
    void listing_changes_areSeen() throws IOException {
        assertEquals(List.of(), ids());
        Path run = StoredExample.finished().withStatus("failed").in(folder.resolve("a"));
        assertEquals(RunState.FAILED, onlyRow().state());
        StoredExample.finished().in(run);
        assertEquals(RunState.FINISHED, onlyRow().state());
        Files.delete(run.resolve(RunRecordFile.NAME));
        assertEquals(List.of(), ids());
    }

    @Test
    void listing_sameFileAsBefore_isNotReadAgain() throws IOException {
        Path file = StoredExample.finished().in(folder.resolve("a")).resolve(RunRecordFile.NAME);
        FileTime before = Files.getLastModifiedTime(file);
        assertEquals("0", onlyRow().words().get("seed"));
        Files.writeString(file, StoredExample.finished().withSeed(7).text()); // as long as it was
        Files.setLastModifiedTime(file, before);
        assertEquals("0", onlyRow().words().get("seed"));
        Files.setLastModifiedTime(file, FileTime.from(before.toInstant().plusSeconds(1)));
        assertEquals("7", onlyRow().words().get("seed"));
    }

    @Test
    void listing_oneDamaged_isToldBesideTheOthers() throws IOException {
        StoredExample.finished().in(folder.resolve("good"));
        Path bad = Files.createDirectory(folder.resolve("bad")).resolve(RunRecordFile.NAME);
        Files.writeString(bad, "{");
        Listing listing = index.listing();
        assertEquals(List.of("good"), ids());
        assertEquals(Set.of("bad"), listing.unreadable().keySet());
        assertTrue(listing.unreadable().toString().contains("is not JSON"), listing.unreadable()::toString);
        assertThrows(RunRecordException.class, () -> index.read("bad"));
    }

    @Test
    void listing_folderThatIsGone_isAnError() throws IOException {
        RunIndex none = new RunIndex(folder.resolve("none"));
        assertThrows(RunRecordException.class, none::listing);
    }

    @Test
    void read_runThatHasJustBegun_isFoundWithoutAList() throws IOException {
        StoredExample.finished().in(folder.resolve("a"));
        assertEquals("a", index.read("a").orElseThrow().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "../outside",
                "inside/../../outside",
                "/",
                "inside/",
                "./inside",
                "inside/run.json",
                "link",
                "inside\u0000",
                "INSIDE/.",
                "%2e%2e/outside",
                "..\\outside",
                "ABSOLUTE"
            })
    void read_pathThatIsNoRunInTheFolder_givesNothing(String id) throws IOException {
        Path top = Files.createDirectory(folder.resolve("top"));
        Path outside = StoredExample.finished().in(folder.resolve("outside"));
        StoredExample.finished().in(top.resolve("inside"));
        Files.createSymbolicLink(top.resolve("link"), outside);
        RunIndex ofTop = new RunIndex(top);
        assertTrue(ofTop.read("inside").isPresent());
        String asked = id.equals("ABSOLUTE") ? outside.toString() : id;
        assertTrue(ofTop.read(asked).isEmpty());
        assertTrue(ofTop.readLive(asked).isEmpty());
    }

    @Test
    void listing_thousandRuns_isFastOnceTheyAreKnown() throws IOException {
        for (int i = 0; i < 1000; i++) {
            StoredExample.finished()
                    .withSeed(i)
                    .in(folder.resolve("batch " + i % 10).resolve("run " + i));
        }
        assertEquals(1000, ids().size());
        assertTimeout(Duration.ofSeconds(2), () -> assertEquals(1000, ids().size()));
    }
}
