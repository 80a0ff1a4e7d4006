package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.data.IdxFiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** A folder that a package of the system has filled. */
class InstalledFolderTest {
    private final Path folder;
    private final Machine machine;

    InstalledFolderTest(@TempDir Path temporary) throws IOException {
        folder = Files.createDirectory(temporary.resolve("installed"));
        machine = new Machine(temporary);
    }

    @Test
    void fetch_filesWithGzip_putsThemDecompressedIntoTheCache() throws Exception {
        for (Map.Entry<String, byte[]> file :
                TinyDataset.gzipped(TinyDataset.CONTENTS).entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }

        assertEquals(
                "folder " + folder + " of the Debian package tiny, now in " + machine.cache(),
                finder().find(Optional.empty()).source());
        assertEquals(IdxFiles.NAMES.stream().sorted().toList(), machine.filesInCache());
    }

    @Test
    void fetch_notInstalled_saysSo() throws IOException {
        Files.delete(folder);
        assertFails(folder + " does not exist");
    }

    @Test
    void fetch_fileChanged_isNotTaken() throws IOException {
        TinyDataset.writeTo(folder);
        Files.write(folder.resolve(IdxFiles.TEST_LABELS), new byte[9]);
        assertFails("its t10k-labels-idx1-ubyte has SHA-256 ");
    }

    @Test
    void fetch_fileTooLong_isNotTaken() throws IOException {
        TinyDataset.writeTo(folder);
        Files.write(folder.resolve(IdxFiles.TEST_LABELS), TinyDataset.gzip(new byte[5_000_000]));
        assertFails(folder + " has t10k-labels-idx1-ubyte of more than 9 bytes; expected 9");
    }

    private DatasetFinder finder() {
        return new DatasetFinder(
                TinyDataset.with(new InstalledFolder(folder, "Debian package tiny")), machine.environment());
    }

    private void assertFails(String reason) throws IOException {
        String message =
                String.valueOf(assertThrows(DatasetNotFoundException.class, () -> finder().find(Optional.empty()))
                        .getMessage());
        assertEquals(reason, message.contains(reason) ? reason : message);
        assertEquals(List.of(), machine.filesInCache());
    }
}
