package org.taagem.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HeldFileTest {
    private final Path folder;

    HeldFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void take_heldAlready_givesNothingUntilItIsLetGo() throws IOException {
        Path file = folder.resolve("lock");
        HeldFile first = HeldFile.take(file).orElseThrow();
        assertTrue(HeldFile.take(file).isEmpty());
        first.close();
        assertTrue(Files.exists(file));
        HeldFile.take(file).orElseThrow().close();
    }

    /** A process lets go of all locks on a file when it closes any channel to it. */
    @Test
    void take_heldAlready_leavesTheLockOfTheOtherThread() throws IOException {
        Path locks = Path.of("/proc/locks");
        Assumptions.assumeTrue(Files.exists(locks), "only Linux tells who has locked what");
        Path file = folder.resolve("lock");
        HeldFile first = HeldFile.take(file).orElseThrow();
        String inode = ":" + Files.getAttribute(file, "unix:ino") + " ";
        assertTrue(Files.readString(locks).contains(inode));
        assertTrue(HeldFile.take(file).isEmpty());
        assertTrue(HeldFile.isHeld(folder.resolve(".").resolve("lock")));
        assertTrue(Files.readString(locks).contains(inode));
        first.close();
        assertFalse(Files.readString(locks).contains(inode));
    }

    @Test
    void isHeld_nobodyHoldsIt_isFalseAndMakesNothing() throws IOException {
        Path file = folder.resolve("lock");
        assertFalse(HeldFile.isHeld(file));
        assertFalse(Files.exists(file));
        HeldFile.take(file).orElseThrow().close();
        assertFalse(HeldFile.isHeld(file));
        HeldFile.take(file).orElseThrow().close();
    }

    @Test
    void isHeld_notToBeRead_isAnError() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThrows(IOException.class, () -> HeldFile.isHeld(file.resolve("lock")));
    }

    @Test
    void take_noFolder_isAnError() {
        assertThrows(
                IOException.class, () -> HeldFile.take(folder.resolve("none").resolve("lock")));
    }
}
