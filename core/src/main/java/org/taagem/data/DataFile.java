package org.taagem.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of a data set, on disk or in a jar, plain or compressed with gzip.
 *
 * <p>What is compressed is told by the content, not by the name: some programs that fetch files undo the compression
 * and keep the {@code .gz}.
 */
public final class DataFile {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final String name;
    private final Opener opener;
    private final Optional<String> builtInSha256;

    DataFile(String name, Opener opener) {
        this(name, opener, Optional.empty());
    }

    private DataFile(String name, Opener opener, Optional<String> builtInSha256) {
        this.name = name;
        this.opener = opener;
        this.builtInSha256 = builtInSha256;
    }

    /**
     * Names a file on disk. Nothing is opened yet.
     *
     * @param path where it is
     * @return the file
     */
    public static DataFile of(Path path) {
        return new DataFile(path.toString(), () -> openPath(path));
    }

    /**
     * Names a resource of a jar. Nothing is opened yet.
     *
     * @param owner a class beside which, or above whose folder, the resource lies
     * @param resource the resource's name as {@link Class#getResourceAsStream} wants it
     * @param sha256 SHA-256 of its decompressed content, which is what was built in, so nobody need compute it again
     * @return the file
     */
    static DataFile ofResource(Class<?> owner, String resource, String sha256) {
        return new DataFile("resource " + resource, () -> openResource(owner, resource), Optional.of(sha256));
    }

    private static InputStream openPath(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new DataFileException(path.toString(), "is a folder; expected a file", "Name the file inside it");
        }
        return Files.newInputStream(path);
    }

    private static InputStream openResource(Class<?> owner, String resource) throws IOException {
        InputStream found = owner.getResourceAsStream(resource);
        if (found == null) {
            throw new NoSuchFileException(resource);
        }
        return found;
    }

    /**
     * Returns the name to show to the user.
     *
     * @return the path, or the name of the resource
     */
    public String name() {
        return name;
    }

    /**
     * Opens the content; what is compressed is decompressed while it is read.
     *
     * @return the content, buffered; damaged gzip data makes its reads throw {@link DataFileException}
     * @throws DataFileException if the file does not exist, may not be read or is a folder
     * @throws IOException if reading fails
     */
    public InputStream open() throws IOException {
        InputStream raw = new BufferedInputStream(openRaw(), BUFFER_BYTES);
        try {
            return startsAsGzip(raw) ? new BufferedInputStream(new GzipContent(raw, name), BUFFER_BYTES) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private InputStream openRaw() throws IOException {
        try {
            return opener.open();
        } catch (NoSuchFileException e) {
            throw new DataFileException(name, "does not exist", "Check the name and the folder", e);
        } catch (AccessDeniedException e) {
            throw new DataFileException(name, "may not be read: permission denied", "Change its permissions", e);
        }
    }

    private static boolean startsAsGzip(InputStream raw) throws IOException {
        raw.mark(2);
        int magic = raw.read() << 8 | raw.read();
        raw.reset();
        return magic == GZIP_MAGIC;
    }

    /** Returns the checksum of the decompressed content, if it is known without reading it. */
    Optional<String> builtInSha256() {
        return builtInSha256;
    }

    @Override
    public String toString() {
        return name;
    }

    /** How the compressed or plain bytes are reached. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }
}
