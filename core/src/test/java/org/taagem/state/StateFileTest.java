package org.taagem.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StateFileTest {
    private static final List<String> KINDS = List.of("test");

    private final Path folder;
    private final Path file;

    StateFileTest(@TempDir Path folder) {
        this.folder = folder;
        file = folder.resolve("a.taagem");
    }

    private void write(StateWriter.Fields fields) throws IOException {
        StateFile.write(file, "test", fields);
    }

    private <T> T read(StateRestorer<T> restorer) throws IOException {
        return StateFile.read(file, KINDS, restorer);
    }

    private String refused(StateRestorer<?> restorer) {
        StateException e = assertThrows(StateException.class, () -> read(restorer));
        String message = String.valueOf(e.getMessage());
        assertEquals(1, message.lines().count());
        assertTrue(message.startsWith(file + ": "), message);
        return message.substring(file.toString().length() + 2);
    }

    @Test
    void write_everyType_isReadBackBitForBit() throws IOException {
        double[] doubles = {-0.0, Double.NaN, Double.MIN_VALUE, 1 / 3.0};
        float[] floats = new float[5000];
        int[] ints = new int[5000];
        int[] small = {0, 1, 32_767, 32_768, 65_535};
        for (int i = 0; i < floats.length; i++) {
            floats[i] = Float.intBitsToFloat(i * 0x9E3779B9);
            ints[i] = i * 0x9E3779B9;
        }
        write(out -> {
            out.writeFlag("yes", true);
            out.writeInt("int", Integer.MIN_VALUE);
            out.writeSection("inside", section -> section.writeText("text", "Größe\n"));
            out.writeLong("long", Long.MIN_VALUE + 1);
            out.writeInts("ints", ints);
            out.writeInts("small", small);
            out.writeInts("not small", new int[] {0, 65_536});
            out.writeFloats("floats", floats);
            out.writeDoubles("doubles", doubles);
            out.writeDouble("double", -0.0);
        });

        String all = read(in -> {
            assertTrue(in.readFlag("yes"));
            assertEquals(Integer.MIN_VALUE, in.readInt("int", Integer.MIN_VALUE, 0));
            assertEquals("Größe\n", in.readSection("inside", section -> section.readText("text")));
            assertEquals(Long.MIN_VALUE + 1, in.readLong("long"));
            assertArrayEquals(ints, in.readInts("ints"));
            assertArrayEquals(small, in.readInts("small"));
            assertArrayEquals(new int[] {0, 65_536}, in.readInts("not small"));
            assertArrayEquals(bits(floats), bits(in.readFloats("floats")));
            assertEquals(Arrays.toString(doubles), Arrays.toString(in.readDoubles("doubles")));
            assertEquals(Double.doubleToRawLongBits(-0.0), Double.doubleToRawLongBits(in.readDouble("double")));
            return in.kind();
        });

        assertEquals("test", all);
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return bits;
    }

    /** Worked out by hand from docs/state-format.md. */
    @Test
    void write_smallState_hasTheBytesOfTheDocument() throws Exception {
        write(out -> out.writeSection("s", section -> section.writeInts("n", new int[] {1, -2})));

        String fields = "89544141" + "47454d0d" + "0a1a0a00" // mark
                + "01000000" // version
                + "06" + "04" + "6b696e64" + "04000000" + "74657374" // text "kind": "test"
                + "01" + "01" + "73" // section "s"
                + "07" + "01" + "6e" + "02000000" + "01000000" + "feffffff" // ints "n"
                + "00" // end of "s"
                + "00"; // end
        byte[] bytes = HexFormat.of().parseHex(fields);
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertEquals(fields + HexFormat.of().formatHex(sum), HexFormat.of().formatHex(Files.readAllBytes(file)));
    }

    @Test
    void read_otherFields_namesWhatIsThereAndWhatShouldBe() throws IOException {
        write(out -> out.writeSection("memory", section -> {
            section.writeInt("clusters", 3);
            section.writeInt("pools", 4);
        }));

        String mend = ". It is the state of something made otherwise, or by another version of taagem";
        assertEquals(
                "has a field of type int named memory.clusters where a field of type int named memory.samples should be"
                        + mend,
                refused(in -> in.readSection("memory", section -> section.readInt("samples", 0, 9))));
        assertEquals(
                "has a field of type int named memory.clusters where a field of type long named memory.clusters should be"
                        + mend,
                refused(in -> in.readSection("memory", section -> section.readLong("clusters"))));
        assertEquals(
                "has a field of type int named memory.pools too many" + mend,
                refused(in -> in.readSection("memory", section -> section.readInt("clusters", 0, 9))));
        assertEquals(
                "has the end where a field of type int named memory.samples should be" + mend,
                refused(in -> in.readSection("memory", section -> {
                    int both = section.readInt("clusters", 0, 9) + section.readInt("pools", 0, 9);
                    return both + section.readInt("samples", 0, 9);
                })));
    }

    @Test
    void read_otherValue_namesBoth() throws IOException {
        write(out -> out.writeSection("memory", section -> {
            section.writeInt("clusters", 3);
            section.writeText("rule", "OLDEST");
            section.writeInts("sizes", new int[] {1, 2});
        }));

        String mend = ". It is the state of something made otherwise, or not by taagem";
        assertEquals(
                "memory.clusters is 3; expected 4" + mend,
                refused(in -> in.readSection("memory", section -> {
                    section.expectInt("clusters", 4);
                    return "";
                })));
        assertEquals(
                "memory.rule is 'OLDEST'; expected 'RANDOM'" + mend,
                refused(in -> in.readSection("memory", section -> {
                    section.expectInt("clusters", 3);
                    section.expectText("rule", "RANDOM");
                    return "";
                })));
        assertEquals(
                "memory.sizes is [1, 2]; expected [1, 3]" + mend,
                refused(in -> in.readSection("memory", section -> {
                    section.expectInt("clusters", 3);
                    section.expectText("rule", "OLDEST");
                    section.expectInts("sizes", new int[] {1, 3});
                    return "";
                })));
    }

    @Test
    void read_otherKind_isRefused() throws IOException {
        StateFile.write(file, "learner", out -> {});

        assertEquals(
                "kind is 'learner'; expected 'test'. It is the state of something made otherwise, or not by taagem",
                refused(StateReader::kind));
    }

    @Test
    void read_laterVersion_saysWhichItReads() throws IOException {
        write(out -> {});
        byte[] bytes = Files.readAllBytes(file);
        bytes[12] = 2;
        Files.write(file, bytes);

        assertEquals(
                "has version 2 of the format; this taagem reads version 1. Use the taagem that has written it",
                refused(StateReader::kind));
    }

    @Test
    void read_anotherFile_isNotTakenForAState() throws IOException {
        Files.writeString(file, "{\"schema\": \"taagem-run/1\"}");
        assertEquals("is no state that taagem has written. Check the name", refused(StateReader::kind));

        Files.write(file, new byte[0]);
        assertEquals("is no state that taagem has written. Check the name", refused(StateReader::kind));
    }

    @Test
    void read_noFile_saysSo() {
        StateException e = assertThrows(StateException.class, () -> read(StateReader::kind));

        assertEquals("cannot read '" + file + "': no such file or folder", e.getMessage());
    }

    /** A file whose checksum is right but whose lengths lie must not make Java allocate what they say. */
    @Test
    void read_lyingLength_isRefusedBeforeAllocating() throws Exception {
        write(out -> out.writeFloats("parameters", new float[] {1}));
        byte[] bytes = Files.readAllBytes(file);
        int length = bytes.length - 32 - 1 - Float.BYTES - Integer.BYTES;
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(length, Integer.MAX_VALUE);
        sign(bytes);

        assertEquals(
                "declares 2147483647 elements of 4 bytes where only 5 bytes follow. It was not written by taagem",
                refused(in -> in.readFloats("parameters")));
    }

    @Test
    void read_moreAfterTheEnd_isRefused() throws Exception {
        write(out -> {});
        byte[] bytes = Files.readAllBytes(file);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 3);
        sign(longer);

        assertEquals("has 3 bytes after its end. It was not written by taagem", refused(StateReader::kind));
    }

    private void sign(byte[] bytes) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(bytes, 0, bytes.length - 32);
        System.arraycopy(sha256.digest(), 0, bytes, bytes.length - 32, 32);
        Files.write(file, bytes);
    }

    @Test
    void write_fails_leavesTheOldFileOnly() throws IOException {
        write(out -> out.writeInt("n", 5));
        assertThrows(
                StateException.class,
                () -> write(out -> {
                    throw new IOException("No space left on device");
                }));

        int old = read(in -> in.readInt("n", 0, 9));
        assertEquals(5, old);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void write_noFolder_saysSo() {
        Path lost = folder.resolve("gone").resolve("a.taagem");
        StateException e = assertThrows(StateException.class, () -> StateFile.write(lost, "test", out -> {}));

        assertEquals("cannot write '" + lost + "': no such file or folder", e.getMessage());
        assertFalse(Files.exists(lost));
    }

    @Test
    void writePart_notStateful_namesTheClass() {
        UnsupportedOperationException e = assertThrows(
                UnsupportedOperationException.class, () -> write(out -> out.writePart("network", new Object())));

        assertEquals(
                "network is a java.lang.Object, whose state cannot be kept; let it implement Stateful", e.getMessage());
    }
}
