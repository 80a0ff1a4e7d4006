package org.taagem.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What a gzip file holds. Java's own stream reports damage in several ways, none of which names the file. */
final class GzipContent extends InputStream {
    private final GZIPInputStream in;
    private final String file;

    GzipContent(InputStream compressed, String file) throws IOException {
        this.file = file;
        try {
            in = new GZIPInputStream(compressed, 1 << 14);
        } catch (ZipException | EOFException e) {
            throw damaged(file, e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (ZipException | EOFException e) {
            throw damaged(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static DataFileException damaged(String file, IOException cause) {
        return new DataFileException(
                file, "gzip data is damaged (" + cause.getMessage() + ")", "Copy or download the file again", cause);
    }
}
