package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.data.IdxFiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DatasetVerifierTest {
    private final Path tiny;
    private final Machine machine;

    DatasetVerifierTest(@TempDir Path folder) throws IOException {
        tiny = TinyDataset.writeTo(folder.resolve("TINY"));
        machine = new Machine(folder);
    }

    @Test
    void verify_publishedFiles_areVerified() throws IOException {
        Files.delete(tiny.resolve(IdxFiles.TEST_LABELS));
        Files.write(
                tiny.resolve(IdxFiles.TEST_LABELS + ".gz"),
                TinyDataset.gzip(TinyDataset.content(IdxFiles.TEST_LABELS)));

        List<FileCheck> checks = verify(TinyDataset.with());

        assertEquals(4, checks.size());
        for (FileCheck check : checks) {
            assertEquals(FileCheck.State.VERIFIED, check.state());
            assertEquals(TinyDataset.sha256(TinyDataset.content(check.name())), check.sha256());
        }
    }

    @Test
    void verify_changedFile_isDifferent() throws IOException {
        Files.write(tiny.resolve(IdxFiles.TEST_LABELS), new byte[9]);

        FileCheck check = verify(TinyDataset.with()).get(3);

        assertEquals(FileCheck.State.DIFFERENT, check.state());
        assertEquals(TinyDataset.sha256(new byte[9]), check.sha256());
    }

    @Test
    void verify_bombOrDamagedGzip_isDifferent() throws IOException {
        Files.write(tiny.resolve(IdxFiles.TRAIN_LABELS), TinyDataset.gzip(new byte[50_000_000]));
        Files.write(tiny.resolve(IdxFiles.TEST_LABELS), new byte[] {0x1f, (byte) 0x8b, 8, 0});

        List<FileCheck> checks = verify(TinyDataset.with());

        assertEquals(Optional.of("has more than 10 bytes"), checks.get(1).problem());
        assertTrue(checks.get(3).problem().orElse("").contains("gzip data is damaged"));
    }

    @Test
    void verify_nothingPublished_isUnknown() throws IOException {
        for (FileCheck check : verify(TinyDataset.unpublished())) {
            assertEquals(FileCheck.State.UNKNOWN, check.state());
        }
    }

    private List<FileCheck> verify(KnownDataset dataset) throws IOException {
        DatasetFinder finder = new DatasetFinder(dataset, machine.environment());
        return finder.verify(finder.locate(Optional.of(tiny.resolveSibling(""))).orElseThrow());
    }
}
