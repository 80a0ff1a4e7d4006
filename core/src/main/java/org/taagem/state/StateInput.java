package org.taagem.state;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a state, as numbers and texts.
 *
 * <p>A length comes from a file that may lie, so nothing is allocated for it before it is known that as many bytes follow.
 */
final class StateInput {
    private static final int BUFFER_BYTES = 1 << 13;

    private final String source;
    private final InputStream in;
    private final byte[] bytes = new byte[BUFFER_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private long left;

    /** Reads {@code length} bytes of a stream; the source says in words what they are. */
    StateInput(String source, InputStream in, long length) {
        this.source = source;
        this.in = in;
        left = length;
    }

    String source() {
        return source;
    }

    int readByte() throws IOException {
        return Byte.toUnsignedInt(next(1).get());
    }

    int readInt() throws IOException {
        return next(Integer.BYTES).getInt();
    }

    long readLong() throws IOException {
        return next(Long.BYTES).getLong();
    }

    double readDouble() throws IOException {
        return next(Double.BYTES).getDouble();
    }

    String readText(int length) throws IOException {
        byte[] text = new byte[length];
        readFully(text, length);
        return new String(text, StandardCharsets.UTF_8);
    }

    int[] readInts() throws IOException {
        int[] values = new int[readCount(Integer.BYTES)];
        int most = BUFFER_BYTES / Integer.BYTES;
        for (int i = 0; i < values.length; i += most) {
            int some = Math.min(most, values.length - i);
            next(some * Integer.BYTES).asIntBuffer().get(values, i, some);
        }
        return values;
    }

    int[] readSmallInts() throws IOException {
        int[] values = new int[readCount(Short.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = Short.toUnsignedInt(next(Short.BYTES).getShort());
        }
        return values;
    }

    float[] readFloats() throws IOException {
        float[] values = new float[readCount(Float.BYTES)];
        int most = BUFFER_BYTES / Float.BYTES;
        for (int i = 0; i < values.length; i += most) {
            int some = Math.min(most, values.length - i);
            next(some * Float.BYTES).asFloatBuffer().get(values, i, some);
        }
        return values;
    }

    double[] readDoubles() throws IOException {
        double[] values = new double[readCount(Double.BYTES)];
        int most = BUFFER_BYTES / Double.BYTES;
        for (int i = 0; i < values.length; i += most) {
            int some = Math.min(most, values.length - i);
            next(some * Double.BYTES).asDoubleBuffer().get(values, i, some);
        }
        return values;
    }

    /** Reads how many elements follow, and checks that they do. */
    int readCount(int bytesEach) throws IOException {
        int count = readInt();
        if (count < 0 || (long) count * bytesEach > left) {
            throw new StateException(source + ": declares " + Integer.toUnsignedLong(count) + " elements of "
                    + bytesEach + " bytes where only " + left + " bytes follow. It was not written by taagem");
        }
        return count;
    }

    void expectEnd() throws IOException {
        if (left > 0) {
            throw new StateException(source + ": has " + left + " bytes after its end. It was not written by taagem");
        }
    }

    private ByteBuffer next(int count) throws IOException {
        readFully(bytes, count);
        return buffer.clear().limit(count);
    }

    private void readFully(byte[] into, int count) throws IOException {
        if (count > left || in.readNBytes(into, 0, count) < count) {
            throw new StateException(source + ": ends too early. It was not written by taagem");
        }
        left -= count;
    }
}
