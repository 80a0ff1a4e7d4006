package org.taagem.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that one holder at a time has locked, of all threads of all processes. The system lets go of it when the process
 * ends, however it ends.
 */
public final class HeldFile implements AutoCloseable {
    /**
     * What this process holds. A lock is the process's: on many systems it lets go of a file as soon as it closes any channel
     * to it, so nobody here may even open one that is held here.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path place;
    private final FileChannel channel;

    private HeldFile(Path place, FileChannel channel) {
        this.place = place;
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
        Path place = place(file);
        if (!HELD_HERE.add(place)) {
            return Optional.empty();
        }
        Optional<HeldFile> held = Optional.empty();
        try {
            held = lock(place);
            return held;
        } finally {
            if (held.isEmpty()) {
                HELD_HERE.remove(place);
            }
        }
    }

    private static Optional<HeldFile> lock(Path place) throws IOException {
        FileChannel channel = FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
            return locked ? Optional.of(new HeldFile(place, channel)) : Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    /** Two paths to one file are one place. */
    private static Path place(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        return absolute.resolveSibling("").toRealPath().resolve(absolute.getFileName());
    }

    /**
     * Tells whether somebody holds a file, without making it. To find out, the file is shared for an instant, in which
     * nobody can take it.
     *
     * @param file the file
     * @return whether it is held
     * @throws IOException if it is there and cannot be read, or its file system knows no locks
     */
    public static boolean isHeld(Path file) throws IOException {
        try {
            if (HELD_HERE.contains(place(file))) {
                return true;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return channel.tryLock(0, Long.MAX_VALUE, true) == null;
            }
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Lets go of it. The file stays: to remove it would take it from one who has just opened it. */
    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(place);
    }
}
