package org.taagem.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Makes the bytes of IDX files, good and bad. */
final class IdxBytes {
    private IdxBytes() {}

    static byte[] images(int count, int height, int width, byte... pixels) {
        return file(0x0803, new int[] {count, height, width}, pixels);
    }

    static byte[] labels(int... labels) {
        byte[] elements = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            elements[i] = (byte) labels[i];
        }
        return file(0x0801, new int[] {labels.length}, elements);
    }

    static byte[] file(int magic, int[] sizes, byte... elements) {
        ByteBuffer bytes =
                ByteBuffer.allocate(4 + 4 * sizes.length + elements.length).putInt(magic);
        for (int size : sizes) {
            bytes.putInt(size);
        }
        return bytes.put(elements).array();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
