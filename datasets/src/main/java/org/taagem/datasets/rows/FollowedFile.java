package org.taagem.datasets.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that grows: at its end, waits for more. */
public final class FollowedFile extends InputStream {
    private static final int PAUSE_MILLIS = 100;

    private final Path file;
    private final InputStream in;
    private long position;

    /**
     * Opens a file.
     *
     * @param file the file, which must be there
     * @throws IOException if it cannot be opened
     */
    public FollowedFile(Path file) throws IOException {
        this.file = file;
        in = Files.newInputStream(file);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /** {@inheritDoc} Waits for the file to grow, until the thread is interrupted. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        while (read <= 0 && length > 0) {
            if (Files.size(file) < position) {
                throw new IOException(file + " has become shorter while it was followed");
            }
            pause();
            read = in.read(bytes, offset, length);
        }
        position += read;
        return read;
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
