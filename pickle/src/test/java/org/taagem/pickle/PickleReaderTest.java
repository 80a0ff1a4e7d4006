package org.taagem.pickle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PickleReaderTest {
    private static final long MEMORY = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "K\u00ff., 255",
        "M\u0001\u0002., 513",
        "J\u00fe\u00ff\u00ff\u00ff., -2",
        "\u008a\u0001\u0080., -128",
        "\u008a\u0000., 0",
        "I-7~., -7",
        "L12L~., 12"
    })
    void read_number_hasItsValue(String pickle, long value) throws IOException {
        assertEquals(new PickleValue.Int(value), read(pickle.replace('~', '\n')));
    }

    /** Every protocol of Python's writes the same values; make_pickles.py has them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void read_plainValuesOfEveryProtocol_areAsPythonWroteThem(int protocol) throws IOException {
        PickleValue.Dict dict = dict("plain_" + protocol + ".pickle");

        assertEquals(
                new PickleValue.Text("Zürich \\ € \ud83d\ude00\n"),
                dict.get("text").orElseThrow());
        assertEquals(
                "[0, 1, 255, 256, 65535, -1, 2147483648, -9223372036854775808]",
                text(dict.get("whole").orElseThrow()));
        assertEquals("[0.1, -2.5, Infinity]", text(dict.get("real").orElseThrow()));
        assertEquals("[TRUE, FALSE]", text(dict.get("flags").orElseThrow()));
        assertEquals("NONE", text(dict.get("none").orElseThrow()));
        assertEquals(
                "[[], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4]]",
                text(dict.get("tuples").orElseThrow()));
        assertEquals("[{}, [], ]", text(dict.get("empty").orElseThrow()));
        assertEquals("[[], [0, -1]]", text(dict.get("bytes").orElseThrow()));
        assertEquals("[[7], [8]]", text(dict.get("sets").orElseThrow()));
        assertEquals("{a=1}", text(dict.get("ordered").orElseThrow()));
        assertEquals("{a=[2]}", text(dict.get("defaults").orElseThrow()));
        List<PickleValue> shared = assertInstanceOf(
                        PickleValue.Items.class, dict.get("shared").orElseThrow())
                .values();
        assertSame(shared.get(0), shared.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy_0", "numpy_1", "numpy_2", "numpy_3", "numpy_4", "numpy_5", "numpy1_2"})
    void read_numbersOfNumpy_areAsPythonWroteThem(String name) throws IOException {
        PickleValue.Dict dict = dict(name + ".pickle");

        assertEquals(new PickleValue.Real(0.1), dict.get("float64").orElseThrow());
        assertEquals(new PickleValue.Real(-0.5), dict.get("float32").orElseThrow());
        assertEquals(new PickleValue.Int(-(1L << 40)), dict.get("int64").orElseThrow());
        assertEquals(new PickleValue.Int(200), dict.get("uint8").orElseThrow());
        assertSame(PickleValue.Flag.TRUE, dict.get("bool").orElseThrow());
        assertEquals("(2)[1.5, 2.5]", text(dict.get("big").orElseThrow()));
        assertEquals("(2, 3)[1, 2, 3, 4, 5, 6]", text(dict.get("matrix").orElseThrow()));
    }

    /** Writes a value down, containers with what is in them. */
    private static String text(PickleValue value) {
        if (value instanceof PickleValue.Items items) {
            return joined(items.values());
        } else if (value instanceof PickleValue.Dict dict) {
            return dict.values().entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof PickleValue.Array array) {
            String shape = array.shape().toString().replace('[', '(').replace(']', ')');
            return shape
                    + joined(IntStream.range(0, array.size())
                            .mapToObj(array::get)
                            .toList());
        } else if (value instanceof PickleValue.Int number) {
            return String.valueOf(number.value());
        } else if (value instanceof PickleValue.Real number) {
            return String.valueOf(number.value());
        } else if (value instanceof PickleValue.Bytes bytes) {
            return Arrays.toString(bytes.bytes());
        }
        return value instanceof PickleValue.Text text ? text.value() : value.toString();
    }

    private static String joined(List<PickleValue> values) {
        return values.stream().map(PickleReaderTest::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A tilde stands for the end of a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cos~system~. | wants to use os.system of Python; expected plain data and numpy arrays, and nothing else"
                        + " is ever run",
                "cbuiltins~eval~. | wants to use builtins.eval of Python;",
                "U\u0008builtinsU\u0004eval\u0093. | wants to use builtins.eval of Python;",
                "cnumpy~ndarray~)R. | calls something that is no function",
                "cnumpy~dtype~(U\u0002O8tR. | has an array of 'O8'; expected numbers (b1, i1 to i8, u1 to u8, f4 or f8)",
                "i__main__~x~. | wants to use __main__.x of Python;",
                "(i__main__~x~. | wants to use __main__.x of Python;",
                "Px~. | has the instruction 0x50 in the pickle; expected plain data",
                "\u0082a. | has the instruction 0x82 in the pickle; expected plain data",
                "I1.5~. | has the number '1.5' in the pickle; expected a whole number of at most 64 bits",
                "Fx~. | has the number 'x' in the pickle; expected a decimal number",
                "V\\u12~. | has a text with a broken character in the pickle",
                "Kap1000000~. | stores a value under the number 1000000, inside the pickle; expected at most",
                "Kapx~. | stores a value under 'x', inside the pickle; expected a whole number",
                "cbuiltins~set~(K\u0001tR. | makes a set of something that is no list",
                "cbuiltins~list~)R. | calls something that is no function",
                "ccollections~OrderedDict~(]K\u0001atR. | makes a dictionary of something, inside the pickle; expected an empty one",
                "\u0095\u00ff\u00ff\u00ff\u00ff\u0000\u0000\u0000\u0000. | declares a length of 4294967295 bytes inside the pickle, but only 1 follow",
                "K | ends inside the pickle",
                ". | takes a value where there is none",
                "(. | takes a value where there is none",
                "K\u0001K\u0002. | leaves 1 values unused",
                "K\u0001.x | goes on after the end",
                "t. | looks for a mark where there is none",
                "h\u0000. | uses a value that it has not stored",
                "]K\u0001K\u0002s. | sets entries of something that is no dictionary",
                "}K\u0001K\u0002s. | has a dictionary with a key that is no text",
                "K\u0001K\u0002a. | appends to something that is no list",
                "K\u0001K\u0002b. | gives a state to something that has none",
                "B\u00ff\u00ff\u00ff\u007fx. | declares a length of 2147483647 bytes inside the pickle, but only 2 follow",
                "\u008e\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ffx. | declares a length of 18446744073709551615 bytes inside the pickle, but only 2 follow",
                "T\u0010\u0000\u0000\u0000x. | declares a length of 16 bytes inside the pickle, but only 2 follow",
                "\u008a\u0009123456789. | has a number of 9 bytes; expected at most 8"
            })
    void read_badPickle_saysWhatIsWrong(String pickle, String message) {
        String got = String.valueOf(assertThrows(PickleException.class, () -> read(pickle.replace('~', '\n')))
                .getMessage());
        assertTrue(got.startsWith(message), got);
    }

    @Test
    void read_moreBytesThanAllowed_stops() {
        PickleException e = assertThrows(
                PickleException.class,
                () -> PickleReader.read(
                        new ByteArrayInputStream(resource("plain_4.pickle")), new PickleLimits(100, MEMORY)));
        assertEquals("declares a length of", String.valueOf(e.getMessage()).substring(0, 20));
    }

    /** Lists are one byte each here, and some ninety in memory. */
    @Test
    void read_moreMemoryThanAllowed_stops() {
        assertEquals(
                "is a pickle whose values need more than 1 MB of memory",
                refusal("]".repeat(20_000).getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Each step copies what it is given, and gives it to the next: half a kilobyte that would become many megabytes. */
    @Test
    void read_bytesCopiedOverAndOver_areCountedEachTime() {
        String copy = "c_codecs\nencode\n(V" + "x".repeat(200) + "\nVlatin1\ntR";
        assertEquals(
                "is a pickle whose values need more than 1 MB of memory",
                refusal(copy.repeat(3_000).getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Forty lists, each of which holds the one before it twice: 2 to the 40th values, and eighty places. */
    @Test
    void read_exponentialSharing_takesNoMoreThanItsLength() throws IOException {
        String twice = "0(h\u0000h\u0000lq\u0000";
        PickleValue value = read("]q\u0000" + twice.repeat(40) + ".");
        List<PickleValue> values =
                assertInstanceOf(PickleValue.Items.class, value).values();
        assertSame(values.get(0), values.get(1));
    }

    @Test
    void read_listInItself_isReadAsOne() throws IOException {
        PickleValue.Items list = assertInstanceOf(PickleValue.Items.class, read("]q\u0000h\u0000a."));
        assertSame(list, list.values().get(0));
    }

    @Test
    void read_nestedDeeply_needsNoDeepStack() throws IOException {
        assertInstanceOf(PickleValue.Items.class, read("]".repeat(5_000) + "a".repeat(4_999) + "."));
    }

    @Property(tries = 3000)
    void read_anythingChanged_worksOrSaysWhatIsWrong(
            @ForAll @IntRange(max = 5) int protocol,
            @ForAll boolean numpy,
            @ForAll @IntRange(max = 1000) int place,
            @ForAll byte value)
            throws IOException {
        byte[] pickle = resource((numpy ? "numpy_" : "plain_") + protocol + ".pickle");
        pickle[place % pickle.length] = value;
        readOrFail(pickle);
    }

    @Property(tries = 500)
    void read_cutAnywhere_saysWhatIsWrong(
            @ForAll @IntRange(max = 5) int protocol, @ForAll @IntRange(max = 1000) int length) throws IOException {
        byte[] pickle = resource("plain_" + protocol + ".pickle");
        byte[] cut = Arrays.copyOf(pickle, Math.min(length, pickle.length - 1));
        assertTrue(!refusal(cut).isBlank());
    }

    @Property(tries = 3000)
    void read_anyBytes_workOrSayWhatIsWrong(@ForAll byte[] pickle) throws IOException {
        readOrFail(pickle);
    }

    private static void readOrFail(byte[] pickle) throws IOException {
        try {
            read(pickle);
        } catch (PickleException expected) {
            assertTrue(!String.valueOf(expected.getMessage()).isBlank());
        }
    }

    private static String refusal(byte[] pickle) {
        return String.valueOf(
                assertThrows(PickleException.class, () -> read(pickle)).getMessage());
    }

    private static PickleValue read(byte[] pickle) throws IOException {
        return PickleReader.read(
                new ByteArrayInputStream(pickle), new PickleLimits(Math.max(1, pickle.length), MEMORY));
    }

    private static PickleValue read(String latin1) throws IOException {
        return read(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static PickleValue.Dict dict(String name) throws IOException {
        return assertInstanceOf(PickleValue.Dict.class, read(resource(name)));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PickleReaderTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return in.readAllBytes();
        }
    }
}
