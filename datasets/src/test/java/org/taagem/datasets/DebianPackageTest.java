package org.taagem.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.data.IdxFiles;
import org.taagem.data.TrainTest;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Fetching with apt-get into the cache: all or nothing. */
class DebianPackageTest {
    private final Machine machine;

    DebianPackageTest(@TempDir Path folder) {
        machine = new Machine(folder);
    }

    @Test
    void fetch_filesWithGzip_putsThemDecompressedIntoTheCache() throws Exception {
        TrainTest found = fetch(TinyDataset.debian(TinyDataset.gzipped(TinyDataset.CONTENTS)));

        assertEquals("Debian package dataset-tiny, now in " + machine.cache(), found.source());
        assertEquals(2, found.train().size());
        assertEquals(List.of("apt-get download dataset-tiny"), machine.commands);
        assertEquals(IdxFiles.NAMES.stream().sorted().toList(), machine.filesInCache());
    }

    @Test
    void fetch_plainFiles_worksAsWell() throws Exception {
        assertEquals(2, fetch(TinyDataset.debian(TinyDataset.CONTENTS)).train().size());
    }

    @Test
    void fetch_noSuchPackage_passesItsMessageOnWithAHint() throws IOException {
        machine.npm((command, where) -> new CommandResult(100, "E: Unable to locate package dataset-tiny\n"));

        assertMessage("Debian package dataset-tiny: apt-get download ended with exit code 100: E: Unable to locate "
                + "package dataset-tiny (needs Debian and package lists, see apt-get update)");
    }

    @Test
    void fetch_noAptGet_saysSo() throws IOException {
        machine.npm((command, where) -> {
            throw new CommandException(command.get(0) + " is not on the PATH");
        });

        assertMessage("apt-get is not on the PATH (needs Debian and package lists, see apt-get update)");
    }

    @Test
    void fetch_compressedOtherwise_saysSo() throws IOException {
        assertFails(
                TinyDataset.ar(Map.of("data.tar.zst", new byte[10])),
                "dataset-tiny_1_all.deb cannot be unpacked: its data.tar.zst is neither gzip nor xz");
    }

    @Test
    void fetch_notADebianPackage_saysSo() throws IOException {
        assertFails(TinyDataset.ar(Map.of()), "dataset-tiny_1_all.deb cannot be unpacked: it holds no data.tar");
        assertFails(new byte[0], "dataset-tiny_1_all.deb cannot be unpacked: ");
    }

    @Test
    void fetch_xzBomb_stops() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream xz = new XZOutputStream(bytes, new LZMA2Options(0))) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 20; i++) {
                Arrays.fill(zeros, (byte) i);
                xz.write(zeros);
            }
        }

        assertFails(TinyDataset.ar(Map.of("data.tar.xz", bytes.toByteArray())), "dataset-tiny_1_all.deb ");
    }

    @Test
    void fetch_bombInsideAFile_stopsAtTheKnownSize() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>(TinyDataset.gzipped(TinyDataset.CONTENTS));
        contents.put(IdxFiles.TEST_LABELS + ".gz", TinyDataset.gzip(new byte[10_000_000]));

        assertFails(
                TinyDataset.debian(contents),
                "dataset-tiny_1_all.deb has ./usr/share/datasets/tiny/t10k-labels-idx1-ubyte.gz of more than 9 bytes; "
                        + "expected 9");
    }

    @Test
    void fetch_fileTooShort_namesBothSizes() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>(TinyDataset.gzipped(TinyDataset.CONTENTS));
        contents.put(IdxFiles.TEST_LABELS + ".gz", TinyDataset.gzip(new byte[3]));

        assertFails(TinyDataset.debian(contents), "t10k-labels-idx1-ubyte.gz of 3 bytes; expected 9");
    }

    private TrainTest fetch(byte[] archive) throws IOException, InterruptedException {
        machine.delivers("dataset-tiny_1_all.deb", archive);
        return new DatasetFinder(TinyDataset.onDebian(), machine.environment()).find(Optional.empty());
    }

    private void assertFails(byte[] archive, String reason) throws IOException {
        machine.delivers("dataset-tiny_1_all.deb", archive);
        assertMessage(reason);
    }

    private void assertMessage(String reason) throws IOException {
        DatasetFinder finder = new DatasetFinder(TinyDataset.onDebian(), machine.environment());
        String message =
                String.valueOf(assertThrows(DatasetNotFoundException.class, () -> finder.find(Optional.empty()))
                        .getMessage());
        assertEquals(reason, message.contains(reason) ? reason : message);
        assertEquals(List.of(), machine.filesInCache());
    }
}
