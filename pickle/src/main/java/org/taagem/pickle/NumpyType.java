package org.taagem.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the elements of an array of numpy are.
 *
 * @param kind {@code b} for truth values, {@code i} and {@code u} for whole numbers, {@code f} for others
 * @param size bytes of an element: 1, 2, 4 or 8
 * @param order the order of these bytes
 */
public record NumpyType(char kind, int size, ByteOrder order) {
    /** Unsigned bytes, as pixels are. */
    public static final NumpyType UNSIGNED_BYTE = new NumpyType('u', 1, ByteOrder.LITTLE_ENDIAN);

    private static final Pattern CODE = Pattern.compile("[|<>=]?(b1|i[1248]|u[1248]|f[48])");

    /** Reads a name as numpy gives it, such as {@code f8}. */
    static Optional<NumpyType> of(String code) {
        Matcher known = CODE.matcher(code.equals("uint8") ? "u1" : code);
        if (!known.matches()) {
            return Optional.empty();
        }
        ByteOrder order = code.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return Optional.of(
                new NumpyType(known.group(1).charAt(0), known.group(1).charAt(1) - '0', order));
    }

    NumpyType withOrder(ByteOrder newOrder) {
        return new NumpyType(kind, size, newOrder);
    }

    /** Reads an element. Unsigned numbers of 64 bits wrap around. */
    PickleValue value(byte[] bytes, int start) {
        ByteBuffer element = ByteBuffer.wrap(bytes, start, size).slice().order(order);
        if (kind == 'f') {
            return new PickleValue.Real(size == Float.BYTES ? element.getFloat() : element.getDouble());
        }
        long raw =
                switch (size) {
                    case 1 -> element.get();
                    case 2 -> element.getShort();
                    case 4 -> element.getInt();
                    default -> element.getLong();
                };
        if (kind == 'b') {
            return PickleValue.Flag.of(raw != 0);
        }
        return PickleValue.Int.of(kind == 'u' && size < Long.BYTES ? raw & ((1L << (8 * size)) - 1) : raw);
    }
}
