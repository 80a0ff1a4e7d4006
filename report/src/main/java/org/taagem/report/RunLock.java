package org.taagem.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Says that a run is going on, as long as the process lives: {@value #NAME} in its folder, locked. */
public final class RunLock implements AutoCloseable {
    /** Name of the locked file. */
    public static final String NAME = "run.lock";

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of a run.
     *
     * @param runFolder the run's folder
     * @return the lock, to be closed
     * @throws RunRecordException if somebody else has it, or it cannot be had
     */
    public static RunLock take(Path runFolder) throws RunRecordException {
        Path file = runFolder.resolve(NAME);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel).isPresent()) {
                return new RunLock(file, channel);
            }
            channel.close();
        } catch (IOException e) {
            throw FileProblem.cannotMake("file", file, e);
        }
        throw new RunRecordException("the run in '" + runFolder
                + "' is going on, in this process or another; wait for its end, or stop it first");
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // another thread of this process has it
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Removes the file, which nobody needs once the run is finished. Where it may go on it stays: whoever waits for the lock
     * on it must not end up with one on a file that is gone.
     *
     * @throws IOException if it cannot be removed
     */
    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Gives the lock back. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
