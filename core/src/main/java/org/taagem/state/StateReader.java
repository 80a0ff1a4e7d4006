package org.taagem.state;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Reads named fields in the order in which they were written. */
public final class StateReader {
    private final StateInput in;
    private final String kind;
    private final Deque<String> sections = new ArrayDeque<>();

    /** Makes a reader; the first field comes next, which tells the kind. */
    StateReader(StateInput in) throws IOException {
        this.in = in;
        kind = readText("kind");
    }

    /**
     * Returns what kind of state this is.
     *
     * @return a word such as {@code model}
     */
    public String kind() {
        return kind;
    }

    /**
     * Reads fields that stand under a name of their own; all of them must be read.
     *
     * @param name the section's name
     * @param restorer reads what is in it
     * @param <T> what it makes of it
     * @return what it made
     * @throws IOException if anything else comes next, or reading fails
     */
    public <T> T readSection(String name, StateRestorer<T> restorer) throws IOException {
        begin(FieldType.SECTION, name);
        sections.addLast(name);
        T content = restorer.restore(this);
        end();
        sections.removeLast();
        return content;
    }

    /**
     * Restores a part of something from a section.
     *
     * @param name the part's name
     * @param part the part; made as that one was made whose state was written
     * @throws UnsupportedOperationException if the part is not {@link Stateful}
     * @throws IOException if anything else comes next, or reading fails
     */
    public void readPart(String name, Object part) throws IOException {
        Stateful stateful = StateWriter.stateful(name, part);
        readSection(name, section -> {
            stateful.restore(section);
            return stateful;
        });
    }

    /**
     * Reads a flag.
     *
     * @param name the field's name
     * @return its value
     * @throws IOException if anything else comes next, or reading fails
     */
    public boolean readFlag(String name) throws IOException {
        begin(FieldType.FLAG, name);
        return in.readByte() != 0;
    }

    /**
     * Reads a whole number of 32 bits.
     *
     * @param name the field's name
     * @param minimum the smallest that is allowed
     * @param maximum the largest that is allowed
     * @return its value
     * @throws IOException if anything else comes next, or reading fails
     */
    public int readInt(String name, int minimum, int maximum) throws IOException {
        begin(FieldType.INT, name);
        int value = in.readInt();
        if (value < minimum || value > maximum) {
            throw wrong(name, value, minimum + ".." + maximum);
        }
        return value;
    }

    /**
     * Reads a whole number of 64 bits.
     *
     * @param name the field's name
     * @return its value
     * @throws IOException if anything else comes next, or reading fails
     */
    public long readLong(String name) throws IOException {
        begin(FieldType.LONG, name);
        return in.readLong();
    }

    /**
     * Reads a whole number of 64 bits that cannot be negative.
     *
     * @param name the field's name
     * @return its value, 0 or more
     * @throws IOException if anything else comes next, or reading fails
     */
    public long readCount(String name) throws IOException {
        long value = readLong(name);
        if (value < 0) {
            throw wrong(name, value, "0 or more");
        }
        return value;
    }

    /**
     * Reads a number.
     *
     * @param name the field's name
     * @return its value, with all its bits
     * @throws IOException if anything else comes next, or reading fails
     */
    public double readDouble(String name) throws IOException {
        begin(FieldType.DOUBLE, name);
        return in.readDouble();
    }

    /**
     * Reads a text.
     *
     * @param name the field's name
     * @return its value
     * @throws IOException if anything else comes next, or reading fails
     */
    public String readText(String name) throws IOException {
        begin(FieldType.TEXT, name);
        return in.readText(in.readCount(1));
    }

    /**
     * Reads whole numbers.
     *
     * @param name the field's name
     * @return its values
     * @throws IOException if anything else comes next, or reading fails
     */
    public int[] readInts(String name) throws IOException {
        return begin(FieldType.INTS, name) == FieldType.SMALL_INTS.code() ? in.readSmallInts() : in.readInts();
    }

    /**
     * Reads numbers.
     *
     * @param name the field's name
     * @return its values, with all their bits
     * @throws IOException if anything else comes next, or reading fails
     */
    public float[] readFloats(String name) throws IOException {
        begin(FieldType.FLOATS, name);
        return in.readFloats();
    }

    /**
     * Reads numbers.
     *
     * @param name the field's name
     * @return its values, with all their bits
     * @throws IOException if anything else comes next, or reading fails
     */
    public double[] readDoubles(String name) throws IOException {
        begin(FieldType.DOUBLES, name);
        return in.readDoubles();
    }

    /**
     * Reads as many numbers as there is room for.
     *
     * @param name the field's name
     * @param values overwritten by its values
     * @throws IOException if there are more or fewer, if anything else comes next, or reading fails
     */
    public void readFloats(String name, float[] values) throws IOException {
        float[] read = readFloats(name);
        if (read.length != values.length) {
            throw wrong(name, read.length + " numbers", String.valueOf(values.length));
        }
        System.arraycopy(read, 0, values, 0, read.length);
    }

    /**
     * Compares a number of the state with what it has to be.
     *
     * @param name the field's name
     * @param expected what it has to be
     * @throws IOException if it is not, if anything else comes next, or reading fails
     */
    public void expectInt(String name, int expected) throws IOException {
        int value = readInt(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (value != expected) {
            throw wrong(name, value, String.valueOf(expected));
        }
    }

    /**
     * Compares a number of the state with what it has to be.
     *
     * @param name the field's name
     * @param expected what it has to be, to the bit
     * @throws IOException if it is not, if anything else comes next, or reading fails
     */
    public void expectDouble(String name, double expected) throws IOException {
        double value = readDouble(name);
        if (Double.compare(value, expected) != 0) {
            throw wrong(name, value, String.valueOf(expected));
        }
    }

    /**
     * Compares a text of the state with what it has to be.
     *
     * @param name the field's name
     * @param expected what it has to be
     * @throws IOException if it is not, if anything else comes next, or reading fails
     */
    public void expectText(String name, String expected) throws IOException {
        String value = readText(name);
        if (!value.equals(expected)) {
            throw wrong(name, "'" + value + "'", "'" + expected + "'");
        }
    }

    /**
     * Compares numbers of the state with what they have to be.
     *
     * @param name the field's name
     * @param expected what they have to be
     * @throws IOException if they are not, if anything else comes next, or reading fails
     */
    public void expectInts(String name, int[] expected) throws IOException {
        int[] values = readInts(name);
        if (!Arrays.equals(values, expected)) {
            throw wrong(name, shortened(values), shortened(expected));
        }
    }

    private static String shortened(int[] values) {
        int most = 8;
        return values.length <= most
                ? Arrays.toString(values)
                : values.length + " numbers from " + Arrays.toString(Arrays.copyOf(values, most));
    }

    /**
     * Makes the error for a field whose value is not allowed.
     *
     * @param name the field's name, without the sections that it is in
     * @param got what it holds
     * @param expected what was expected, in words
     * @return the error, to be thrown
     */
    public StateException wrong(String name, Object got, String expected) {
        return new StateException(in.source() + ": " + path(name) + " is " + got + "; expected " + expected
                + ". It is the state of something made otherwise, or not by taagem");
    }

    private String path(String name) {
        return sections.isEmpty() ? name : String.join(".", sections) + "." + name;
    }

    private int begin(FieldType type, String name) throws IOException {
        int code = in.readByte();
        String found = code == FieldType.END.code() ? "" : nextName();
        if (!type.mayBe(code) || !found.equals(name)) {
            throw new StateException(in.source() + ": has " + FieldType.name(code)
                    + (found.isEmpty() ? "" : " named " + path(found)) + " where " + type + " named " + path(name)
                    + " should be. It is the state of something made otherwise, or by another version of taagem");
        }
        return code;
    }

    private String nextName() throws IOException {
        return in.readText(in.readByte());
    }

    /** Ends a section, or the whole state. */
    void end() throws IOException {
        int code = in.readByte();
        if (code != FieldType.END.code()) {
            throw new StateException(in.source() + ": has " + FieldType.name(code) + " named " + path(nextName())
                    + " too many. It is the state of something made otherwise, or by another version of taagem");
        }
    }
}
