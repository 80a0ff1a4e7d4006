package org.taagem.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.taagem.state.FileReason;

/**
 * Keeps a second batch out of a folder, also that of another process. The system gives the lock back when its process ends,
 * however it ends. The file stays: to remove it would take the lock from one who has just opened it.
 */
final class BatchLock implements AutoCloseable {
    /** Name of the file that is locked. */
    static final String NAME = ".batch.lock";

    private final FileChannel channel;

    private BatchLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes the folder, if it is not there, and locks it.
     *
     * @throws IOException if another batch has it, or it cannot be made or written to
     */
    static BatchLock take(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel).isPresent()) {
                return new BatchLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new IOException(
                    "cannot make the batch's folder '" + folder + "': " + FileReason.of(folder, e)
                            + " (set output_dir in the configuration file, or --output_dir, to a folder that can be"
                            + " written)",
                    e);
        }
        throw new IOException(
                "another batch is at work in '" + folder + "'; wait until it has ended, or give this one another NAME");
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // another thread of this process has it
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
