package org.taagem.pickle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value that a pickle can hold here. Containers are filled while the pickle is read; they may hold one another or
 * themselves, so whoever walks through them has to bound how deep and how far.
 */
public sealed interface PickleValue {
    /** Python's None. */
    enum None implements PickleValue {
        /** The one that there is. */
        NONE
    }

    /** A truth value. */
    enum Flag implements PickleValue {
        /** Python's False. */
        FALSE,
        /** Python's True. */
        TRUE;

        /**
         * Returns the flag for a truth value.
         *
         * @param value the truth value
         * @return the flag
         */
        public static Flag of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    /**
     * A whole number.
     *
     * @param value the number
     */
    record Int(long value) implements PickleValue {
        private static final Int[] SMALL = new Int[256];

        static {
            for (int i = 0; i < SMALL.length; i++) {
                SMALL[i] = new Int(i);
            }
        }

        /** Returns a number; small ones, of which results have many, are shared. */
        static Int of(long value) {
            return value >= 0 && value < SMALL.length ? SMALL[(int) value] : new Int(value);
        }
    }

    /**
     * A number with a fraction, or one that is none.
     *
     * @param value the number
     */
    record Real(double value) implements PickleValue {}

    /**
     * A text.
     *
     * @param value the text
     */
    record Text(String value) implements PickleValue {}

    /**
     * Bytes, or a text of Python 2, which did not tell them apart.
     *
     * @param bytes the bytes, shared
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and 30 MB of pixels are not to be copied
    record Bytes(byte[] bytes) implements PickleValue {}

    /** A list, a tuple or a set. */
    final class Items implements PickleValue {
        private final List<PickleValue> values = new ArrayList<>(0);

        /**
         * Returns the values.
         *
         * @return the list itself
         */
        public List<PickleValue> values() {
            return values;
        }
    }

    /** A dictionary with texts for keys. */
    final class Dict implements PickleValue {
        private final Map<String, PickleValue> values = new LinkedHashMap<>(4);

        /**
         * Returns the values.
         *
         * @return the map itself, in the order of the pickle
         */
        public Map<String, PickleValue> values() {
            return values;
        }

        /**
         * Looks a value up.
         *
         * @param key the key
         * @return the value, if there is one
         */
        public Optional<PickleValue> get(String key) {
            return Optional.ofNullable(values.get(key));
        }
    }

    /** An array of numpy, row by row. */
    final class Array implements PickleValue {
        private List<Long> shape = List.of();
        private NumpyType type = NumpyType.UNSIGNED_BYTE;
        private byte[] bytes = {};

        void set(List<Long> newShape, NumpyType newType, byte[] newBytes) {
            shape = List.copyOf(newShape);
            type = newType;
            bytes = newBytes;
        }

        /**
         * Returns the size of each dimension.
         *
         * @return the sizes
         */
        public List<Long> shape() {
            return shape;
        }

        /**
         * Returns what its elements are.
         *
         * @return their type
         */
        public NumpyType type() {
            return type;
        }

        /**
         * Returns its elements as they lie in memory.
         *
         * @return as many as shape and type say, shared
         */
        public byte[] bytes() {
            return bytes;
        }

        /**
         * Returns how many elements it has.
         *
         * @return 0 or more
         */
        public int size() {
            return bytes.length / type.size();
        }

        /**
         * Returns an element.
         *
         * @param index 0..size-1, row by row
         * @return the number or truth value
         */
        public PickleValue get(int index) {
            return type.value(bytes, index * type.size());
        }
    }

    /**
     * What a pickle may construct something with; one of those in {@link PickleObjects}.
     *
     * @param name such as {@code numpy.dtype}
     */
    record Global(String name) implements PickleValue {}

    /** A type of numpy's, whose byte order may still change. */
    final class Type implements PickleValue {
        private NumpyType type;

        Type(NumpyType type) {
            this.type = type;
        }

        NumpyType type() {
            return type;
        }

        void set(NumpyType newType) {
            type = newType;
        }
    }

    /** Longest name that is taken from bytes: reading them takes time, and one value can be used many times. */
    int LONGEST_NAME = 256;

    /**
     * Returns a value as a text, if it is one.
     *
     * @return the text; up to {@link #LONGEST_NAME} bytes are read as UTF-8
     */
    default Optional<String> asText() {
        if (this instanceof Bytes bytes && bytes.bytes.length <= LONGEST_NAME) {
            return Optional.of(new String(bytes.bytes, StandardCharsets.UTF_8));
        }
        return this instanceof Text text ? Optional.of(text.value) : Optional.empty();
    }
}
