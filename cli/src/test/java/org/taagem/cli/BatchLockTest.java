package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BatchLockTest {
    private final Path folder;

    BatchLockTest(@TempDir Path output) {
        folder = output.resolve("deep/night");
    }

    @Test
    void take_lockedByAnother_isRefusedUntilThatIsClosed() throws IOException {
        BatchLock first = BatchLock.take(folder, "NAME");

        IOException refused = assertThrows(IOException.class, () -> BatchLock.take(folder, "NAME"));
        assertEquals(
                "another batch or bench is at work in '" + folder
                        + "'; wait until it has ended, or give this one another NAME",
                refused.getMessage());

        first.close();
        BatchLock.take(folder, "NAME").close();
        assertTrue(Files.exists(folder.resolve(BatchLock.NAME)), "who has just opened it must not lose it");
    }

    @Test
    void take_fileInTheWay_saysSo() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.createFile(folder);

        assertEquals(
                "cannot make folder '" + folder
                        + "': a file of this name is in the way (set --output_dir to a folder that"
                        + " can be written)",
                assertThrows(IOException.class, () -> BatchLock.take(folder, "NAME"))
                        .getMessage());
    }
}
