package org.taagem.datasets.pickle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value that a pickle can hold here. Containers are filled while the pickle is read. */
public sealed interface PickleValue {
    /** A value of which nothing is needed: None, or what stands for a kind of object. */
    enum Plain implements PickleValue {
        /** Python's None. */
        NONE,
        /** The type of the elements of an array: unsigned bytes. */
        UNSIGNED_BYTES
    }

    /**
     * A whole number or a truth value.
     *
     * @param value the number; 1 for true
     */
    record Int(long value) implements PickleValue {}

    /**
     * A text, or bytes: old pickles do not tell them apart.
     *
     * @param bytes the bytes, UTF-8 if it is a text; shared
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and 30 MB of pixels are not to be copied
    record Bytes(byte[] bytes) implements PickleValue {
        /**
         * Returns them as a text.
         *
         * @return the text
         */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** A list or a tuple. */
    final class Items implements PickleValue {
        private final List<PickleValue> values = new ArrayList<>();

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
        private final Map<String, PickleValue> values = new LinkedHashMap<>();

        /**
         * Returns the values.
         *
         * @return the map itself
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

    /** A numpy array of unsigned bytes, row by row. */
    final class ByteArray implements PickleValue {
        private List<Long> shape = List.of();
        private byte[] bytes = {};

        void set(List<Long> newShape, byte[] newBytes) {
            shape = List.copyOf(newShape);
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
         * Returns the elements.
         *
         * @return as many as the shape says, shared
         */
        public byte[] bytes() {
            return bytes;
        }
    }

    /**
     * A name of Python's that a pickle wants to use; one of those in {@link PickleObjects}.
     *
     * @param name such as {@code numpy.dtype}
     */
    record Global(String name) implements PickleValue {}
}
