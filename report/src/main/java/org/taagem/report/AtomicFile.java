package org.taagem.report;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes a file so that, whatever happens, there is either the old one or the whole new one. */
final class AtomicFile {
    private AtomicFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes to a temporary name in the same folder and renames that.
     *
     * @throws RunRecordException if it cannot be written; the old file is untouched and nothing else is left behind
     */
    static void write(Path target, Content content) throws RunRecordException {
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            writeThenRename(temporary, target, content);
        } catch (IOException e) {
            throw FileProblem.cannotMake("file", target, e);
        }
    }

    private static void writeThenRename(Path temporary, Path target, Content content) throws IOException {
        Files.createFile(temporary);
        try {
            writeToDisk(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Not through a channel, which an interrupted thread cannot write to: an interrupted run must still be recorded. */
    private static void writeToDisk(Path file, Content content) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            OutputStream buffered = new BufferedOutputStream(out);
            content.writeTo(buffered);
            buffered.flush();
            out.getFD().sync();
        }
    }
}
