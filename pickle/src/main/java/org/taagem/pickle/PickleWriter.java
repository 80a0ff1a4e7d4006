package org.taagem.pickle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes a pickle of plain data, in protocol 2, which every Python from 2.3 on reads. It names nothing of Python's, so reading
 * it runs nothing.
 */
public final class PickleWriter {
    /** As many as Python itself puts on its stack at once. */
    private static final int TOGETHER = 1000;

    private static final int MOST_MEMO = 256;

    private final OutputStream out;
    /** Short texts that were written, such as keys, which then are referred to. */
    private final Map<String, Integer> memo = new HashMap<>();

    private PickleWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes a value.
     *
     * @param value null, a text, a truth value, an integer or long, a double, or a list or map by text of such
     * @param out where to; best buffered, not closed
     * @throws IOException if writing fails
     * @throws IllegalArgumentException if there is something else in it
     */
    public static void write(@Nullable Object value, OutputStream out) throws IOException {
        out.write(0x80); // PROTO
        out.write(2);
        new PickleWriter(out).write(value);
        out.write('.');
    }

    private void write(@Nullable Object value) throws IOException {
        if (value == null) {
            out.write('N');
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Boolean flag) {
            out.write(flag ? 0x88 : 0x89);
        } else if (value instanceof Integer number) {
            number('J', 4, number);
        } else if (value instanceof Long number) {
            out.write(0x8a); // LONG1
            number(Long.BYTES, Long.BYTES, number);
        } else if (value instanceof Double number) {
            out.write('G');
            out.write(ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else {
            throw new IllegalArgumentException("a pickle is to hold a " + value.getClass() + "; expected plain data");
        }
    }

    /** Writes an instruction or a length, and then so many bytes of a number, the lowest first. */
    private void number(int before, int bytes, long number) throws IOException {
        out.write(before);
        byte[] all = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
        out.write(all, 0, bytes);
    }

    private void text(String text) throws IOException {
        Integer known = memo.get(text);
        if (known != null) {
            out.write('h');
            out.write(known);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number('X', 4, bytes.length);
        out.write(bytes);
        if (memo.size() < MOST_MEMO) {
            out.write('q');
            out.write(memo.size());
            memo.put(text, memo.size());
        }
    }

    private void list(List<?> list) throws IOException {
        out.write(']');
        for (int start = 0; start < list.size(); start += TOGETHER) {
            out.write('(');
            for (Object value : list.subList(start, Math.min(start + TOGETHER, list.size()))) {
                write(value);
            }
            out.write('e');
        }
    }

    private void map(Map<?, ?> map) throws IOException {
        out.write('}');
        out.write('(');
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new IllegalArgumentException(
                        "a pickle is to have the key " + entry.getKey() + "; expected a text");
            }
            text(key);
            write(entry.getValue());
        }
        out.write('u');
    }
}
