package org.taagem.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StagingFolderTest {
    private final Path folder;

    StagingFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** What the program of {@link #stopped_program_leavesNothingBehind} does until it is stopped. */
    static final class Writer {
        private Writer() {}

        /** Writes into a staging folder, again and again. */
        public static void main(String[] args) throws IOException {
            try (StagingFolder staging = StagingFolder.beside(Path.of(args[0]))) {
                Path inside = Files.createDirectory(staging.path().resolve("archive"));
                Files.writeString(inside.resolve("a"), "x");
                System.out.println("written");
                while (true) {
                    Files.writeString(inside.resolve("b"), "x");
                }
            }
        }
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void close_folderWithFiles_deletesIt() throws IOException {
        try (StagingFolder staging = StagingFolder.beside(folder.resolve("mnist"))) {
            assertEquals(List.of(staging.path()), left());
            Files.writeString(Files.createDirectory(staging.path().resolve("a")).resolve("b"), "x");
        }
        assertEquals(List.of(), left());
    }

    /** By Ctrl-C or SIGTERM, while it writes. */
    @Test
    void stopped_program_leavesNothingBehind() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.resolve("mnist").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("written", out.readLine());
            assertEquals(1, left().size());
            program.destroy();
            assertTrue(program.waitFor(60, TimeUnit.SECONDS));
        }
        assertEquals(List.of(), left());
    }
}
