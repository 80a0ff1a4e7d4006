package org.taagem.datasets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;

/**
 * Writes files whose content is not trusted: decompressed if gzip was used, and never more than the file is known to
 * hold. What cannot be read is the source's fault, what cannot be written is not.
 *
 * @param folder where the files are written, under their known names
 * @param step shows how much has been written
 */
record KnownFileWriter(Path folder, Progress.Step step) {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    /** Writes one file; the content is not closed. */
    void write(InputStream content, KnownFile file, Origin origin) throws IOException {
        InputStream plain = decompressed(content, origin);
        long written = 0;
        try (OutputStream out = Files.newOutputStream(folder.resolve(file.name()), StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = read(plain, buffer, origin); count >= 0; count = read(plain, buffer, origin)) {
                written += count;
                if (written > file.bytes()) {
                    throw new SourceUnavailableException(
                            origin.has() + " of more than " + file.bytes() + " bytes; expected " + file.bytes());
                }
                out.write(buffer, 0, count);
                step.advance(count);
            }
        }
        if (written < file.bytes()) {
            throw new SourceUnavailableException(origin.has() + " of " + written + " bytes; expected " + file.bytes());
        }
    }

    /** Tells gzip by the content, for some programs that fetch files undo the compression and keep the name. */
    private static InputStream decompressed(InputStream content, Origin origin) throws SourceUnavailableException {
        try {
            InputStream in = new BufferedInputStream(content, BUFFER_BYTES);
            in.mark(2);
            int magic = in.read() << 8 | in.read();
            in.reset();
            return magic == GZIP_MAGIC ? new GZIPInputStream(in, BUFFER_BYTES) : in;
        } catch (IOException e) {
            throw origin.unreadable(e);
        }
    }

    private static int read(InputStream content, byte[] buffer, Origin origin) throws SourceUnavailableException {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw origin.unreadable(e);
        }
    }

    /**
     * Where content comes from, for messages.
     *
     * @param container the archive or folder
     * @param entry the file in it
     */
    record Origin(String container, String entry) {
        /** Begins a sentence about the entry. */
        String has() {
            return container + " has " + entry;
        }

        SourceUnavailableException unreadable(IOException cause) {
            return new SourceUnavailableException(container + " cannot be unpacked: " + cause.getMessage(), cause);
        }
    }
}
