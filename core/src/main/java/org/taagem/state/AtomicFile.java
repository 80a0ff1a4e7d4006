package org.taagem.state;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes a file so that, whatever happens, there is either the old one or the whole new one. */
public final class AtomicFile {
    private AtomicFile() {}

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes all of it.
         *
         * @param out buffered; not to be closed
         * @throws IOException if writing fails
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes to a temporary name in the same folder, flushes that to the disk and renames it. A pipe or a device, which a
     * file could only push aside, is written to as it is.
     *
     * @param target the file; its folder must be there
     * @param content what it is to hold
     * @throws IOException if it cannot be written; the old file is untouched and nothing else is left behind
     */
    public static void write(Path target, Content content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target)) {
            writeThrough(target, content);
            return;
        }
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        Files.createFile(temporary);
        try {
            writeToDisk(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Removes what a process that was killed in the middle of {@link #write} has left behind. Nobody may be writing there.
     *
     * @param folder where to look
     * @throws IOException if the folder cannot be read, or something left behind cannot be removed
     */
    public static void removeLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, AtomicFile::isTemporary)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isTemporary(Path file) {
        return file.getFileName().toString().matches("\\..+\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");
    }

    private static void writeThrough(Path device, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(device.toFile()))) {
            content.writeTo(out);
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
