package org.taagem.datasets;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A download on its way: what has come so far, and of which version of the file it is. */
final class PartFile implements Closeable {
    private final FileChannel channel;
    private Optional<String> version = Optional.empty();
    private long size;
    private boolean resumed;

    PartFile(Path path) throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    long size() {
        return size;
    }

    /** Returns the server's mark of the version that this is a part of, if it gave one. */
    Optional<String> version() {
        return version;
    }

    /** Returns whether the parts come from more than one answer. */
    boolean isResumed() {
        return resumed;
    }

    void restart(Optional<String> newVersion) throws IOException {
        channel.truncate(0);
        size = 0;
        resumed = false;
        version = newVersion;
    }

    void resume() {
        resumed = true;
    }

    void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            size += channel.write(bytes, size);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
