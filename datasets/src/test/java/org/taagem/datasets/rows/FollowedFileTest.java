package org.taagem.datasets.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class FollowedFileTest {
    private final Path file;

    FollowedFileTest(@TempDir Path folder) {
        file = folder.resolve("a.csv");
    }

    @Test
    void read_fileGrows_waitsForWholeLines() throws Exception {
        Files.writeString(file, "one\ntw");
        try (FollowedFile followed = new FollowedFile(file)) {
            LineReader lines = new LineReader(followed);
            assertEquals(Optional.of("one"), lines.next());
            CompletableFuture<Optional<String>> next = CompletableFuture.supplyAsync(() -> {
                try {
                    return lines.next();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Files.writeString(file, "o\n", StandardOpenOption.APPEND);

            assertEquals(Optional.of("two"), next.get(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void read_fileBecomesShorter_fails() throws IOException {
        Files.writeString(file, "one\ntwo\n");
        try (FollowedFile followed = new FollowedFile(file)) {
            assertEquals('o', followed.read());
            assertEquals(7, followed.read(new byte[100]));
            Files.writeString(file, "x");

            IOException e = assertThrows(IOException.class, followed::read);
            assertEquals(file + " has become shorter while it was followed", e.getMessage());
        }
    }

    /** As logs are rotated; the new file may be larger than what was read of the old one. */
    @Test
    void read_fileIsReplaced_failsWhenTheOldOneIsReadToItsEnd() throws IOException {
        Files.writeString(file, "one\n");
        try (FollowedFile followed = new FollowedFile(file)) {
            assertEquals('o', followed.read());
            Path old = Files.move(file, file.resolveSibling("a.csv.1"));
            Files.writeString(old, "two\n", StandardOpenOption.APPEND);
            Files.writeString(file, "another file\n");

            assertEquals("ne\ntwo\n", new String(followed.readNBytes(7), StandardCharsets.UTF_8));
            IOException e = assertThrows(IOException.class, followed::read);
            assertEquals(file + " was replaced by another file while it was followed", e.getMessage());
        }
    }

    @Test
    void read_fileIsRemoved_fails() throws IOException {
        Files.writeString(file, "x");
        try (FollowedFile followed = new FollowedFile(file)) {
            assertEquals('x', followed.read());
            Files.delete(file);

            IOException e = assertThrows(IOException.class, followed::read);
            assertEquals(file + " was removed or renamed while it was followed", e.getMessage());
        }
    }
}
