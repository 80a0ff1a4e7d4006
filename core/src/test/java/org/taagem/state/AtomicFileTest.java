package org.taagem.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AtomicFileTest {
    private final Path folder;
    private final Path target;

    AtomicFileTest(@TempDir Path folder) {
        this.folder = folder;
        target = folder.resolve("run.json");
    }

    @Test
    void write_oldFile_isReplaced() throws IOException {
        Files.writeString(target, "the old one, which is longer");
        AtomicFile.write(target, text("new"));

        assertEquals("new", Files.readString(target));
        assertEquals(List.of(target), filesIn(folder));
    }

    @Test
    void write_failsHalfWay_leavesOldFileOnly() throws IOException {
        Files.writeString(target, "old");
        IOException e = assertThrows(
                IOException.class,
                () -> AtomicFile.write(target, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }));

        assertEquals("No space left on device", e.getMessage());
        assertEquals("old", Files.readString(target));
        assertEquals(List.of(target), filesIn(folder));
    }

    @Test
    void write_contentHasBug_leavesOldFileOnly() throws IOException {
        Files.writeString(target, "old");
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(target, out -> {
                    throw new IllegalStateException();
                }));

        assertEquals("old", Files.readString(target));
        assertEquals(List.of(target), filesIn(folder));
    }

    @Test
    void write_targetIsFolder_leavesItAlone() throws IOException {
        Files.createDirectories(target.resolve("inside"));
        assertThrows(IOException.class, () -> AtomicFile.write(target, text("new")));

        assertTrue(Files.isDirectory(target.resolve("inside")));
        assertEquals(List.of(target), filesIn(folder));
    }

    @Test
    void write_folderIsGone_saysSo() {
        Path lost = folder.resolve("gone").resolve("run.json");
        IOException e = assertThrows(IOException.class, () -> AtomicFile.write(lost, text("new")));

        assertEquals("no such file or folder", FileReason.of(lost, e));
    }

    @Test
    void write_threadInterrupted_writesAllTheSame() throws IOException {
        Thread.currentThread().interrupt();
        AtomicFile.write(target, text("new"));

        assertTrue(Thread.interrupted());
        assertEquals("new", Files.readString(target));
    }

    @Test
    void write_pipe_isWrittenToAndStaysAPipe() throws Exception {
        assertEquals(0, new ProcessBuilder("mkfifo", target.toString()).start().waitFor());
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(target);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        AtomicFile.write(target, text("new"));

        assertEquals("new", read.get(60, TimeUnit.SECONDS));
        assertFalse(Files.isRegularFile(target));
        assertEquals(List.of(target), filesIn(folder));
    }

    @Test
    void removeLeftovers_ofAKilledProcess_othersStay() throws IOException {
        AtomicFile.write(target, text("new"));
        Path hidden = Files.createFile(folder.resolve(".hidden.tmp"));
        Files.createFile(folder.resolve("." + target.getFileName() + ".05569d63-57c5-47f3-a8ca-63b23a6d3316.tmp"));
        AtomicFile.removeLeftovers(folder);

        assertEquals(Set.of(target, hidden), Set.copyOf(filesIn(folder)));
    }

    private static AtomicFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
