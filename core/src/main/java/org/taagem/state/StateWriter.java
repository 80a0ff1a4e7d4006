package org.taagem.state;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes named fields one after the other. Names are there so that a reader can say what differs. */
public final class StateWriter {
    private static final int BUFFER_BYTES = 1 << 13;
    private static final int LONGEST_NAME = 255;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    StateWriter(OutputStream out) {
        this.out = out;
    }

    /** Some fields of a section. */
    @FunctionalInterface
    public interface Fields {
        /**
         * Writes the fields.
         *
         * @param out takes them
         * @throws IOException if writing fails
         */
        void writeTo(StateWriter out) throws IOException;
    }

    /**
     * Writes fields under a name of their own.
     *
     * @param name the section's name
     * @param fields writes what is in it
     * @throws IOException if writing fails
     */
    public void writeSection(String name, Fields fields) throws IOException {
        begin(FieldType.SECTION, name);
        fields.writeTo(this);
        end();
    }

    /**
     * Writes fields that were captured before, under a name of their own.
     *
     * @param name the section's name
     * @param fields what is in it
     * @throws IOException if writing fails
     */
    public void writeSection(String name, CapturedState fields) throws IOException {
        begin(FieldType.SECTION, name);
        flush();
        fields.writeTo(out);
        end();
    }

    /**
     * Writes the state of a part of something, as a section.
     *
     * @param name the part's name
     * @param part the part
     * @throws UnsupportedOperationException if the part is not {@link Stateful}
     * @throws IOException if writing fails
     */
    public void writePart(String name, Object part) throws IOException {
        writeSection(name, stateful(name, part)::save);
    }

    static Stateful stateful(String name, Object part) {
        if (part instanceof Stateful stateful) {
            return stateful;
        }
        throw new UnsupportedOperationException(name + " is a "
                + part.getClass().getName() + ", whose state cannot be kept; let it implement Stateful");
    }

    /**
     * Writes a flag.
     *
     * @param name the field's name
     * @param value its value
     * @throws IOException if writing fails
     */
    public void writeFlag(String name, boolean value) throws IOException {
        begin(FieldType.FLAG, name);
        room(1).put((byte) (value ? 1 : 0));
    }

    /**
     * Writes a whole number of 32 bits.
     *
     * @param name the field's name
     * @param value its value
     * @throws IOException if writing fails
     */
    public void writeInt(String name, int value) throws IOException {
        begin(FieldType.INT, name);
        room(Integer.BYTES).putInt(value);
    }

    /**
     * Writes a whole number of 64 bits.
     *
     * @param name the field's name
     * @param value its value
     * @throws IOException if writing fails
     */
    public void writeLong(String name, long value) throws IOException {
        begin(FieldType.LONG, name);
        room(Long.BYTES).putLong(value);
    }

    /**
     * Writes a number with all its bits.
     *
     * @param name the field's name
     * @param value its value
     * @throws IOException if writing fails
     */
    public void writeDouble(String name, double value) throws IOException {
        begin(FieldType.DOUBLE, name);
        room(Double.BYTES).putDouble(value);
    }

    /**
     * Writes a text.
     *
     * @param name the field's name
     * @param value its value
     * @throws IOException if writing fails
     */
    public void writeText(String name, String value) throws IOException {
        begin(FieldType.TEXT, name);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES).putInt(bytes.length);
        writeBytes(bytes);
    }

    /**
     * Writes whole numbers.
     *
     * @param name the field's name
     * @param values its values
     * @throws IOException if writing fails
     */
    public void writeInts(String name, int[] values) throws IOException {
        if (areSmall(values)) {
            writeSmallInts(name, values);
            return;
        }
        begin(FieldType.INTS, name);
        room(Integer.BYTES).putInt(values.length);
        for (int i = 0, some; i < values.length; i += some) {
            some = Math.min(values.length - i, room(Integer.BYTES).remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(values, i, some);
            buffer.position(buffer.position() + some * Integer.BYTES);
        }
    }

    private static boolean areSmall(int[] values) {
        int bits = 0;
        for (int value : values) {
            bits |= value;
        }
        return bits >>> Short.SIZE == 0;
    }

    private void writeSmallInts(String name, int[] values) throws IOException {
        begin(FieldType.SMALL_INTS, name);
        room(Integer.BYTES).putInt(values.length);
        for (int value : values) {
            room(Short.BYTES).putShort((short) value);
        }
    }

    /**
     * Writes numbers with all their bits.
     *
     * @param name the field's name
     * @param values its values
     * @throws IOException if writing fails
     */
    public void writeFloats(String name, float[] values) throws IOException {
        begin(FieldType.FLOATS, name);
        room(Integer.BYTES).putInt(values.length);
        for (int i = 0, some; i < values.length; i += some) {
            some = Math.min(values.length - i, room(Float.BYTES).remaining() / Float.BYTES);
            buffer.asFloatBuffer().put(values, i, some);
            buffer.position(buffer.position() + some * Float.BYTES);
        }
    }

    /**
     * Writes numbers with all their bits.
     *
     * @param name the field's name
     * @param values its values
     * @throws IOException if writing fails
     */
    public void writeDoubles(String name, double[] values) throws IOException {
        begin(FieldType.DOUBLES, name);
        room(Integer.BYTES).putInt(values.length);
        for (int i = 0, some; i < values.length; i += some) {
            some = Math.min(values.length - i, room(Double.BYTES).remaining() / Double.BYTES);
            buffer.asDoubleBuffer().put(values, i, some);
            buffer.position(buffer.position() + some * Double.BYTES);
        }
    }

    private void begin(FieldType type, String name) throws IOException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "name '" + name + "' has " + bytes.length + " bytes; expected 1.." + LONGEST_NAME);
        }
        room(2).put((byte) type.code()).put((byte) bytes.length);
        writeBytes(bytes);
    }

    /** Ends a section, or the whole state. */
    void end() throws IOException {
        room(1).put((byte) FieldType.END.code());
    }

    private void writeBytes(byte[] bytes) throws IOException {
        if (bytes.length > buffer.remaining()) {
            flush();
        }
        if (bytes.length > buffer.remaining()) {
            out.write(bytes);
        } else {
            buffer.put(bytes);
        }
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    /** Hands everything on to the stream below. */
    void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
