package org.taagem.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FileProblemTest {
    private static final Path FILE = Path.of("runs", "run.json");

    @Test
    void cannotMake_notAllowed_namesFileReasonAndRemedy() {
        assertEquals(
                "cannot make file '" + FILE + "': 'runs': permission denied (set output_dir in the configuration file, "
                        + "or --output_dir, to a folder that can be written)",
                FileProblem.cannotMake("file", FILE, new AccessDeniedException("runs"))
                        .getMessage());
    }

    @Test
    void cannotRead_reasonOfSystem_isTold() {
        assertReason("'x': Read-only file system", new FileSystemException("x", null, "Read-only file system"));
        assertReason("no such file or folder", new NoSuchFileException(FILE.toString()));
        assertReason("No space left on device", new IOException("No space left on device"));
    }

    @Test
    void cannotRead_messageMissingOrLong_isOneLine() {
        assertReason("IOException", new IOException());
        assertReason("first second", new IOException("first\n  second\n"));
        assertReason("'x': x", new FileSystemException("x"));
    }

    private static void assertReason(String reason, IOException cause) {
        assertEquals(
                "cannot read '" + FILE + "': " + reason,
                FileProblem.cannotRead(FILE, cause).getMessage());
    }
}
