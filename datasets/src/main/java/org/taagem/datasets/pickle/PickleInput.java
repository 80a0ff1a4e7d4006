package org.taagem.datasets.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle. Lengths in them may lie, so nothing is allocated for more than there is and is allowed. */
final class PickleInput {
    private static final int LONGEST_LINE = 256;

    private final InputStream in;
    private final long limit;
    private long left;

    PickleInput(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
        this.left = limit;
    }

    int readByte() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new PickleException("ends inside the pickle");
        }
        count(1);
        return value;
    }

    /** Reads a number of 1 to 8 bytes, little-endian, unsigned unless it takes all 8. */
    long readNumber(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= ((long) readByte()) << (8 * i);
        }
        return value;
    }

    byte[] readBytes(long length) throws IOException {
        if (length < 0 || length > left) {
            throw tooLong();
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new PickleException(
                    "declares " + length + " bytes inside the pickle, but only " + bytes.length + " follow");
        }
        count(length);
        return bytes;
    }

    /** Reads up to the end of a line. */
    String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = readByte();
        while (next != '\n') {
            if (line.length() == LONGEST_LINE) {
                throw new PickleException("has a name of more than " + LONGEST_LINE + " characters in the pickle");
            }
            line.append((char) next);
            next = readByte();
        }
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Checks that nothing follows. */
    void expectEnd() throws IOException {
        if (in.read() >= 0) {
            throw new PickleException("goes on after the end of the pickle");
        }
    }

    private void count(long bytes) throws PickleException {
        left -= bytes;
        if (left < 0) {
            throw tooLong();
        }
    }

    private PickleException tooLong() {
        return new PickleException("is a pickle of more than " + limit + " bytes");
    }
}
