package org.taagem.pickle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PickleWriterTest {
    private static byte[] written(@Nullable Object value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PickleWriter.write(value, out);
        return out.toByteArray();
    }

    private static PickleValue read(byte[] pickle) throws IOException {
        return PickleReader.read(new ByteArrayInputStream(pickle), new PickleLimits(pickle.length, 10_000_000));
    }

    /** What Python's pickletools.dis calls PROTO, EMPTY_LIST, MARK, BININT, BINUNICODE, BINPUT, BINGET, APPENDS, STOP. */
    @Test
    void write_list_isTheInstructionsOfProtocol2() throws IOException {
        assertArrayEquals(
                new byte[] {
                    (byte) 0x80, 2, ']', '(', 'J', -2, -1, -1, -1, 'X', 1, 0, 0, 0, 'a', 'q', 0, 'h', 0, 'e', '.'
                },
                written(List.of(-2, "a", "a")));
    }

    @Test
    void write_everyKind_isReadAgain() throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("none", null);
        map.put("flags", List.of(true, false));
        map.put("whole", List.of(7, Long.MIN_VALUE));
        map.put("real", List.of(0.1, Double.NaN, Double.NEGATIVE_INFINITY));
        map.put("map", Map.of("ü", List.of()));

        PickleValue.Dict dict = assertInstanceOf(PickleValue.Dict.class, read(written(map)));

        assertEquals(List.copyOf(map.keySet()), List.copyOf(dict.values().keySet()));
        assertEquals(PickleValue.None.NONE, dict.values().get("none"));
        assertEquals(
                List.of(PickleValue.Flag.TRUE, PickleValue.Flag.FALSE),
                items(dict.get("flags").orElseThrow()));
        assertEquals(
                List.of(new PickleValue.Int(7), new PickleValue.Int(Long.MIN_VALUE)),
                items(dict.get("whole").orElseThrow()));
        assertEquals(
                List.of(
                        new PickleValue.Real(0.1),
                        new PickleValue.Real(Double.NaN),
                        new PickleValue.Real(Double.NEGATIVE_INFINITY)),
                items(dict.get("real").orElseThrow()));
        PickleValue.Dict inner =
                assertInstanceOf(PickleValue.Dict.class, dict.get("map").orElseThrow());
        assertEquals(List.of(), items(inner.get("ü").orElseThrow()));
    }

    private static List<PickleValue> items(PickleValue value) {
        return assertInstanceOf(PickleValue.Items.class, value).values();
    }

    @Property
    void write_manyTexts_areReadAgain(@ForAll List<String> texts) throws IOException {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            for (String text : texts) {
                many.add(text.replaceAll("[\\ud800-\\udfff]", "") + i % 20);
            }
        }
        assertEquals(
                many,
                items(read(written(many))).stream()
                        .map(value -> value.asText().orElseThrow())
                        .toList());
    }

    @Test
    void write_somethingElse_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> written(Arrays.asList(new Object())));
        assertThrows(IllegalArgumentException.class, () -> written(Map.of(1, 2)));
    }
}
