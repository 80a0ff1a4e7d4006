package org.taagem.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that one holder at a time has locked, of all threads of all processes. The system lets go of it when the process
 * ends, however it ends.
 */
public final class HeldFile implements AutoCloseable {
    private final FileChannel channel;

    private HeldFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes a file, which is made if it is not there.
     *
     * @param file the file; its folder is there
     * @return what holds it, to be closed; nothing if somebody else does
     * @throws IOException if it cannot be made, or its file system knows no locks
     */
    public static Optional<HeldFile> take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean held = false;
        try {
            held = lock(channel).isPresent();
            return held ? Optional.of(new HeldFile(channel)) : Optional.empty();
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // another thread of this process has it
        }
    }

    /**
     * Tells whether another process holds a file, without making it. To find out, the file is shared for an instant, in which
     * nobody can take it. Not for files that this process holds: many systems let go of those when this is called.
     *
     * @param file the file
     * @return whether it is held
     * @throws IOException if it is there and cannot be read, or its file system knows no locks
     */
    public static boolean isHeld(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.tryLock(0, Long.MAX_VALUE, true) == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Lets go of it. The file stays: to remove it would take it from one who has just opened it. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
