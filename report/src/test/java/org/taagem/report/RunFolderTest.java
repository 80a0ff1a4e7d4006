package org.taagem.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunFolderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T23:05:09Z"), ZoneId.of("Europe/Berlin"));
    private static final RunFolder.Name NAME = new RunFolder.Name("class_split", "mnist", 0);
    private static final String FOLDER = "ta_agem_class_split_mnist_20260302_000509_s0";

    private final Path temporary;

    RunFolderTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void create_firstRun_isNamedAfterRunAndLocalTime() throws IOException {
        Path folder = RunFolder.create(temporary, NAME, CLOCK);

        assertEquals(temporary.resolve(FOLDER), folder);
        assertTrue(Files.isDirectory(folder));
    }

    @Test
    void create_sameSecond_appendsNumber() throws IOException {
        RunFolder.create(temporary, NAME, CLOCK);

        assertEquals(temporary.resolve(FOLDER + "_2"), RunFolder.create(temporary, NAME, CLOCK));
        assertEquals(temporary.resolve(FOLDER + "_3"), RunFolder.create(temporary, NAME, CLOCK));
    }

    @Test
    void create_parentsMissing_makesThem() throws IOException {
        Path outputDir = temporary.resolve("a").resolve("b");

        assertEquals(outputDir.resolve(FOLDER), RunFolder.create(outputDir, NAME, CLOCK));
    }

    @Test
    void create_datasetNameIsPath_staysBelowOutputDir() throws IOException {
        RunFolder.Name name = new RunFolder.Name("permutation", "../x y:ä", -3);

        assertEquals(
                temporary.resolve("ta_agem_permutation_..-x-y--_20260302_000509_s-3"),
                RunFolder.create(temporary, name, CLOCK));
    }

    @Test
    void create_manyAtOnce_eachGetsItsOwn() throws Exception {
        int runs = 16;
        CyclicBarrier together = new CyclicBarrier(runs);
        Callable<Path> run = () -> {
            together.await();
            return RunFolder.create(temporary, NAME, CLOCK);
        };
        ExecutorService executor = Executors.newFixedThreadPool(runs);
        Set<Path> folders = new HashSet<>();
        for (Future<Path> folder : executor.invokeAll(Collections.nCopies(runs, run))) {
            folders.add(folder.get());
        }
        executor.shutdown();

        assertEquals(runs, folders.size());
        assertTrue(folders.containsAll(List.of(temporary.resolve(FOLDER), temporary.resolve(FOLDER + "_16"))));
    }

    @Test
    void create_outputDirIsFile_saysSo() throws IOException {
        Path file = Files.createFile(temporary.resolve("results"));

        assertEquals(
                "cannot make run folder '" + file.resolve(FOLDER) + "': '" + file
                        + "': a file of this name is in the way (set output_dir in the configuration file, or "
                        + "--output_dir, to a folder that can be written)",
                messageOf(file));
    }

    @Test
    void create_parentOfOutputDirIsFile_saysSo() throws IOException {
        Path file = Files.createFile(temporary.resolve("results"));
        Path outputDir = file.resolve("deeper").resolve("still");

        assertTrue(
                messageOf(outputDir).startsWith("cannot make run folder '" + outputDir.resolve(FOLDER) + "': '" + file),
                messageOf(outputDir));
    }

    private static String messageOf(Path outputDir) {
        RunRecordException e = assertThrows(RunRecordException.class, () -> RunFolder.create(outputDir, NAME, CLOCK));
        return String.valueOf(e.getMessage());
    }
}
