package org.taagem.datasets.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A file that grows: at its end, waits for more.
 *
 * <p>A file that is taken away or replaced, as logs are when they are rotated, is read to its end first; then reading fails,
 * for whether the next file goes on where this one ended is not ours to guess. Where the file system does not number its
 * files, a file that is replaced by one of at least the same size is not noticed.
 */
public final class FollowedFile extends InputStream {
    private static final int PAUSE_MILLIS = 100;

    /** How often a name that is gone is looked for again: who rotates a log renames it and then makes a new one. */
    private static final int MOST_LOOKS = 50;

    private final Path file;
    private final InputStream in;
    private final Optional<Object> identity;
    private long position;
    private int looks;

    /**
     * Opens a file.
     *
     * @param file the file, which must be there
     * @throws IOException if it cannot be opened
     */
    public FollowedFile(Path file) throws IOException {
        this.file = file;
        in = Files.newInputStream(file);
        identity = identity(attributes());
    }

    private BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    private static Optional<Object> identity(BasicFileAttributes attributes) {
        return Optional.ofNullable(attributes.fileKey());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /**
     * {@inheritDoc} Waits for the file to grow, until the thread is interrupted.
     *
     * @throws IOException if the file has become shorter, or its name belongs to another file or to none
     */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        while (read <= 0 && length > 0) {
            Optional<String> gone = gone();
            if (gone.isEmpty()) {
                pause();
            }
            read = in.read(bytes, offset, length); // before it was gone, more may have been written
            if (read <= 0 && gone.isPresent()) {
                throw new IOException(file + " " + gone.get() + " while it was followed");
            }
        }
        position += read;
        return read;
    }

    /** Returns what has become of the file, if it is not the one any more that was opened. */
    private Optional<String> gone() throws IOException {
        try {
            BasicFileAttributes now = attributes();
            looks = 0;
            if (!identity(now).equals(identity)) {
                return Optional.of("was replaced by another file");
            }
            return now.size() < position ? Optional.of("has become shorter") : Optional.empty();
        } catch (NoSuchFileException e) {
            looks++;
            return looks < MOST_LOOKS ? Optional.empty() : Optional.of("was removed or renamed");
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a file to grow");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
