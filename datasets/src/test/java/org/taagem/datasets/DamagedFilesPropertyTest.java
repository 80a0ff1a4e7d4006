package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.taagem.data.DataFileException;
import org.taagem.data.ImageShape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever lies in a user's folder is read, or refused with the name of the file. */
class DamagedFilesPropertyTest {
    private static final CifarFormat BINARY = new CifarFormat(CifarFormat.Version.BINARY, 3);
    private static final CifarFormat PYTHON = new CifarFormat(CifarFormat.Version.PYTHON, 3);
    private static final DatasetFacts FACTS =
            new DatasetFacts("things", new ImageShape(4, 4), 10, 15, 3, "none", "nobody", "https://example.org/");

    @Property(tries = 200)
    void read_binaryBatchChangedAnywhere_worksOrNamesTheFile(@ForAll @IntRange(max = 146) int place, @ForAll byte value)
            throws Exception {
        byte[] batch = CifarFormatTest.resource("batch.bin");
        batch[place] = value;
        read(BINARY, batch);
        read(BINARY, TinyDataset.gzip(batch));
    }

    @Property(tries = 200)
    void read_compressedBatchChangedAnywhere_worksOrNamesTheFile(
            @ForAll @IntRange(max = 600) int place, @ForAll byte value) throws Exception {
        byte[] batch = TinyDataset.gzip(CifarFormatTest.resource("batch_protocol2.pickle"));
        batch[place % batch.length] = value;
        read(PYTHON, batch);
    }

    @Property(tries = 100)
    void read_batchOfAnyLength_worksOrNamesTheFile(@ForAll @IntRange(max = 700) int length) throws Exception {
        read(BINARY, Arrays.copyOf(CifarFormatTest.resource("batch.bin"), length));
        read(PYTHON, Arrays.copyOf(CifarFormatTest.resource("batch_protocol4.pickle"), length));
    }

    /** A few kilobytes that decompress to 100 MB are read as far as a batch goes, and no further. */
    @Property(tries = 1)
    void read_gzipBomb_namesTheFile() throws Exception {
        byte[] bomb = TinyDataset.gzip(new byte[100_000_000]);
        assertEquals(false, read(BINARY, bomb));
        assertEquals(false, read(PYTHON, bomb));
    }

    private static boolean read(CifarFormat format, byte[] batch) throws Exception {
        KnownDataset dataset = new KnownDataset(
                "cifar10",
                FACTS,
                List.of(format),
                format.fileNames().stream().map(name -> new KnownFile(name, 1)).toList(),
                List.of("CIFAR10"),
                List.of());
        try (StagingFolder work = new StagingFolder(Files.createTempDirectory("taagem-batches-"))) {
            Path folder = Files.createDirectory(work.path().resolve("CIFAR10"));
            for (String name : format.fileNames()) {
                Files.write(folder.resolve(name), batch);
            }
            return readOrFail(dataset, work.path());
        }
    }

    private static boolean readOrFail(KnownDataset dataset, Path dataDir) throws IOException, InterruptedException {
        DatasetFinder finder = new DatasetFinder(dataset, new Machine(dataDir).environment());
        try {
            assertEquals(15, finder.find(Optional.of(dataDir)).train().size());
            return true;
        } catch (DataFileException expected) {
            assertTrue(String.valueOf(expected.getMessage()).contains("CIFAR10/data_batch_1"), expected::getMessage);
            return false;
        }
    }
}
