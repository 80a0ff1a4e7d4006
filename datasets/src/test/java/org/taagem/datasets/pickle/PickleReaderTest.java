package org.taagem.datasets.pickle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PickleReaderTest {
    private static final long LIMIT = 10_000;

    @ParameterizedTest
    @CsvSource({
        "K\u00ff., 255",
        "M\u0001\u0002., 513",
        "J\u00fe\u00ff\u00ff\u00ff., -2",
        "\u008a\u0001\u0080., -128",
        "\u008a\u0000., 0",
        "\u0088., 1",
        "\u0089., 0"
    })
    void read_number_hasItsValue(String pickle, long value) throws IOException {
        assertEquals(
                value, assertInstanceOf(PickleValue.Int.class, read(pickle)).value());
    }

    @Test
    void read_dictionary_keepsTextsListsAndNothing() throws IOException {
        PickleValue.Dict dict = assertInstanceOf(
                PickleValue.Dict.class,
                read("\u0080\u0002}(U\u0001ak\u0000".replace("k\u0000", "N") + "U\u0001b](K\u0001K\u0002eu."));

        assertSame(PickleValue.Plain.NONE, dict.get("a").orElseThrow());
        PickleValue.Items list =
                assertInstanceOf(PickleValue.Items.class, dict.get("b").orElseThrow());
        assertEquals(List.of(new PickleValue.Int(1), new PickleValue.Int(2)), list.values());
    }

    @Test
    void read_arrayOfNumpy_hasItsShapeAndBytes() throws IOException {
        PickleValue.Dict batch = assertInstanceOf(PickleValue.Dict.class, PickleReader.read(batch(), LIMIT));

        PickleValue.ByteArray data =
                assertInstanceOf(PickleValue.ByteArray.class, batch.get("data").orElseThrow());
        assertEquals(List.of(3L, 48L), data.shape());
        byte[] binary = resource("batch.bin");
        assertArrayEquals(Arrays.copyOfRange(binary, 1, 49), Arrays.copyOf(data.bytes(), 48));
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
                "cnumpy~dtype~(U\u0002f8tR. | has an array of other numbers than unsigned bytes (u1)",
                "i__main__~x~. | has the instruction 0x69 in the pickle; expected plain data of protocol 2 to 4",
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
                "B\u00ff\u00ff\u00ff\u007fx. | is a pickle of more than 10000 bytes",
                "\u008e\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ffx. | is a pickle of more than 10000 bytes",
                "T\u0010\u0000\u0000\u0000x. | declares 16 bytes inside the pickle, but only 2 follow",
                "\u008a\u0009123456789. | has a number of 9 bytes; expected at most 8"
            })
    void read_badPickle_saysWhatIsWrong(String pickle, String message) {
        String got = String.valueOf(assertThrows(PickleException.class, () -> read(pickle.replace('~', '\n')))
                .getMessage());
        assertTrue(got.startsWith(message), got);
    }

    @Test
    void read_moreBytesThanAllowed_stops() {
        PickleException e = assertThrows(PickleException.class, () -> PickleReader.read(batch(), 100));
        assertEquals("is a pickle of more than 100 bytes", e.getMessage());
    }

    @Property(tries = 2000)
    void read_anythingChanged_worksOrSaysWhatIsWrong(@ForAll @IntRange(max = 600) int place, @ForAll byte value)
            throws IOException {
        byte[] pickle = batch().readAllBytes();
        pickle[place % pickle.length] = value;
        readOrFail(pickle);
    }

    @Property(tries = 200)
    void read_cutAnywhere_saysWhatIsWrong(@ForAll @IntRange(max = 600) int length) throws IOException {
        byte[] pickle = batch().readAllBytes();
        readOrFail(Arrays.copyOf(pickle, Math.min(length, pickle.length)));
    }

    @Property(tries = 2000)
    void read_anyBytes_workOrSayWhatIsWrong(@ForAll byte[] pickle) throws IOException {
        readOrFail(pickle);
    }

    private static void readOrFail(byte[] pickle) throws IOException {
        try {
            PickleReader.read(new ByteArrayInputStream(pickle), LIMIT);
        } catch (PickleException expected) {
            assertTrue(!String.valueOf(expected.getMessage()).isBlank());
        }
    }

    private static PickleValue read(String latin1) throws IOException {
        return PickleReader.read(new ByteArrayInputStream(latin1.getBytes(StandardCharsets.ISO_8859_1)), LIMIT);
    }

    private static InputStream batch() throws IOException {
        return new ByteArrayInputStream(resource("batch_protocol2.pickle"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PickleReaderTest.class.getResourceAsStream("/org/taagem/datasets/" + name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return in.readAllBytes();
        }
    }
}
