package org.taagem.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a pickle. Lengths in them may lie, so nothing is allocated for more than there is and is allowed. */
final class PickleInput {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 13];
    private int next;
    private int filled;
    private final long limit;
    private long left;

    PickleInput(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
        this.left = limit;
    }

    int readByte() throws IOException {
        if (next == filled && !fill()) {
            throw new PickleException("ends inside the pickle");
        }
        count(1);
        return Byte.toUnsignedInt(buffer[next++]);
    }

    private boolean fill() throws IOException {
        filled = Math.max(0, in.read(buffer));
        next = 0;
        return filled > 0;
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
        checkLength(length);
        int before = (int) Math.min(length, filled - next);
        byte[] bytes = Arrays.copyOfRange(buffer, next, next + before);
        next += before;
        if (before < length) {
            byte[] after = in.readNBytes((int) length - before);
            bytes = Arrays.copyOf(bytes, before + after.length);
            System.arraycopy(after, 0, bytes, before, after.length);
        }
        if (bytes.length < length) {
            throw new PickleException(
                    "declares " + length + " bytes inside the pickle, but only " + bytes.length + " follow");
        }
        count(length);
        return bytes;
    }

    /** Checks what says of itself how long it is. */
    void checkLength(long length) throws PickleException {
        if (length < 0 || length > left) {
            throw new PickleException("declares a length of " + Long.toUnsignedString(length)
                    + " bytes inside the pickle, but only " + left + " follow or are allowed");
        }
    }

    /** Reads up to the end of a line, as Latin-1. */
    String readLine(long longest) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = readByte();
        while (next != '\n') {
            if (line.length() == longest) {
                throw new PickleException("has a name of more than " + longest + " characters in the pickle");
            }
            line.append((char) next);
            next = readByte();
        }
        return line.toString();
    }

    /** Reads a name on a line of its own. */
    String readName() throws IOException {
        return new String(
                readLine(PickleValue.LONGEST_NAME).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Returns how many bytes have been read. */
    long position() {
        return limit - left;
    }

    /** Checks that nothing follows. */
    void expectEnd() throws IOException {
        if (next < filled || fill()) {
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
