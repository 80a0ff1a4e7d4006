package org.taagem.state;

import java.util.Arrays;
import java.util.Locale;

/** What a field holds. Its number is its first byte in a file, and never changes. */
enum FieldType {
    /** The end of a section, or of the whole state; it has no name. */
    END(0),
    /** Fields up to {@link #END}. */
    SECTION(1),
    /** One byte, 0 or 1. */
    FLAG(2),
    /** 4 bytes, signed. */
    INT(3),
    /** 8 bytes, signed. */
    LONG(4),
    /** 8 bytes, IEEE 754. */
    DOUBLE(5),
    /** The number of bytes (4 bytes), then UTF-8. */
    TEXT(6),
    /** The number of elements (4 bytes), then 4 bytes for each, signed. */
    INTS(7),
    /** The number of elements (4 bytes), then 4 bytes for each, IEEE 754. */
    FLOATS(8),
    /** The number of elements (4 bytes), then 8 bytes for each, IEEE 754. */
    DOUBLES(9),
    /** {@link #INTS} of 0..65535: the number of elements (4 bytes), then 2 bytes for each, unsigned. */
    SMALL_INTS(10);

    private final int code;

    FieldType(int code) {
        this.code = code;
    }

    /** Returns what the first byte of a field says, in words if it says nothing. */
    static String name(int code) {
        return Arrays.stream(values())
                .filter(type -> type.code == code)
                .findFirst()
                .map(FieldType::toString)
                .orElse("a field of unknown type " + code);
    }

    /** Says whether a field of this type may begin with a byte; small numbers are written shorter. */
    boolean mayBe(int first) {
        return first == code || (this == INTS && first == SMALL_INTS.code);
    }

    int code() {
        return code;
    }

    @Override
    public String toString() {
        return this == END
                ? "the end"
                : "a field of type " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
