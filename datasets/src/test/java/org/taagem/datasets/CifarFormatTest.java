package org.taagem.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.data.DataFileException;
import org.taagem.data.Dataset;
import org.taagem.data.FeatureVector;
import org.taagem.data.ImageShape;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** CIFAR-10 with three images of 4x4 pixels per batch, as Python has written and turned grey. */
class CifarFormatTest {
    private static final int BATCH_SIZE = 3;
    private static final int PIXELS = 16;
    private static final int IMAGE_BYTES = 3 * PIXELS;
    private static final CifarFormat BINARY = new CifarFormat(CifarFormat.Version.BINARY, BATCH_SIZE);
    private static final CifarFormat PYTHON = new CifarFormat(CifarFormat.Version.PYTHON, BATCH_SIZE);
    private static final DatasetFacts FACTS = new DatasetFacts(
            "things", new ImageShape(4, 4), 10, 5 * BATCH_SIZE, BATCH_SIZE, "none", "nobody", "https://example.org/");

    private final Path folder;

    CifarFormatTest(@TempDir Path temporary) throws IOException {
        folder = Files.createDirectories(temporary.resolve("CIFAR10"));
    }

    @Test
    void read_binary_givesTheGreyOfPillow() throws Exception {
        write(BINARY, resource("batch.bin"));

        assertGrey(find());
    }

    @Test
    void read_binaryWithGzipInSubfolder_isFound() throws Exception {
        Path inner = Files.createDirectories(folder.resolve("cifar-10-batches-bin"));
        for (String name : BINARY.fileNames()) {
            Files.write(inner.resolve(name + ".gz"), TinyDataset.gzip(resource("batch.bin")));
        }

        assertGrey(find());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void read_pickleOfPython3_givesTheSame(int protocol) throws Exception {
        write(PYTHON, resource("batch_protocol" + protocol + ".pickle"));

        assertGrey(find());
    }

    @Test
    void read_pickleOfPython2_givesTheSame() throws Exception {
        write(PYTHON, pickleOfPython2("numpy.core.multiarray", "_reconstruct"));

        assertGrey(find());
    }

    @Test
    void read_pickleWithOtherFunction_refusesItByName() throws IOException {
        write(PYTHON, pickleOfPython2("os", "system"));
        assertFails("data_batch_1: wants to use os.system of Python; expected plain data and numpy arrays, and nothing"
                + " else is ever run. Replace it by the file as published.");
    }

    @Test
    void read_truncated_saysHowMuchThereIs() throws IOException {
        write(BINARY, Arrays.copyOf(resource("batch.bin"), 100));
        assertFails("data_batch_1.bin: holds 100 bytes; expected 147, 3 images");
        write(PYTHON, Arrays.copyOf(resource("batch_protocol2.pickle"), 100));
        Files.delete(folder.resolve("data_batch_1.bin"));
        assertFails("data_batch_1: ");
    }

    @Test
    void read_oversized_isRefused() throws IOException {
        write(BINARY, Arrays.copyOf(resource("batch.bin"), 148));
        assertFails("data_batch_1.bin: holds more than 147 bytes, 3 images");
    }

    @Test
    void read_labelOutOfRange_namesTheImage() throws IOException {
        byte[] batch = resource("batch.bin");
        batch[1 + IMAGE_BYTES] = 10;
        write(BINARY, batch);
        assertFails("data_batch_1.bin: label 1 is 10; expected 0..9");
    }

    @Test
    void read_notADictionary_saysWhatIsExpected() throws IOException {
        write(PYTHON, new byte[] {(byte) 0x80, 2, ']', '.'});
        assertFails("data_batch_1: is no pickled dictionary with an array 'data' and a list 'labels'");
    }

    @Test
    void find_folderWithPartOfBothVersions_saysWhatIsMissingOfTheNearer() throws IOException {
        write(PYTHON, resource("batch_protocol2.pickle"));
        Files.delete(folder.resolve("test_batch"));
        Files.write(folder.resolve("test_batch.bin"), resource("batch.bin"));

        String message = String.valueOf(
                assertThrows(DatasetNotFoundException.class, this::find).getMessage());
        assertEquals(true, message.contains(folder + " lacks test_batch;"), message);
    }

    private static void assertGrey(TrainTest data) throws IOException {
        byte[] grey = resource("batch.grey");
        assertEquals(5 * BATCH_SIZE, data.train().size());
        assertEquals(BATCH_SIZE, data.test().size());
        assertEquals(6, data.sha256().size());
        for (Dataset part : List.of(data.train(), data.test())) {
            for (int i = 0; i < part.size(); i++) {
                Sample expected = new Sample(
                        i,
                        FeatureVector.ofPixels(grey, i % BATCH_SIZE * PIXELS, PIXELS),
                        List.of(3, 0, 9).get(i % BATCH_SIZE));
                assertEquals(expected, part.samples().get(i));
            }
        }
    }

    private void write(CifarFormat format, byte[] batch) throws IOException {
        for (String name : format.fileNames()) {
            Files.write(folder.resolve(name), batch);
        }
    }

    private TrainTest find() throws IOException, InterruptedException {
        KnownDataset dataset = new KnownDataset(
                "cifar10",
                FACTS,
                List.of(BINARY, PYTHON),
                BINARY.fileNames().stream()
                        .map(name -> new KnownFile(name, BATCH_SIZE * (1L + IMAGE_BYTES)))
                        .toList(),
                List.of("CIFAR10", "cifar10"),
                List.of());
        Path dataDir = folder.resolveSibling("");
        return new DatasetFinder(dataset, new Machine(dataDir.resolve("home")).environment())
                .find(Optional.of(dataDir));
    }

    private void assertFails(String reason) {
        String message =
                String.valueOf(assertThrows(DataFileException.class, this::find).getMessage());
        String start = folder + "/" + reason;
        assertEquals(start, message.startsWith(start) ? start : message);
    }

    /** Returns a batch as Python 2 wrote those that are published: texts are not told from bytes. */
    private static byte[] pickleOfPython2(String module, String function) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x80, 2, '}', 'q', 1, '('});
        text(out, "batch_label");
        text(out, "testing batch 1 of 1");
        text(out, "labels");
        out.write(new byte[] {']', 'q', 2, '(', 'K', 3, 'K', 0, 'K', 9, 'e'});
        text(out, "data");
        out.write(("c" + module + "\n" + function + "\nq\u0003cnumpy\nndarray\nq\u0004")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[] {'K', 0, (byte) 0x85, 'U', 1, 'b', (byte) 0x87, 'R', 'q', 5});
        out.write(new byte[] {'(', 'K', 1, 'K', BATCH_SIZE, 'M', IMAGE_BYTES, 0, (byte) 0x86});
        out.write("cnumpy\ndtype\nq\u0006U\u0002u1K\u0000K\u0001".getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[] {(byte) 0x87, 'R', 'q', 7, '(', 'K', 3, 'U', 1, '|', 'N', 'N', 'N', 'J', -1, -1, -1, -1});
        out.write(new byte[] {'J', -1, -1, -1, -1, 'K', 0, 't', 'b', (byte) 0x89});
        out.write(new byte[] {'T', (byte) (BATCH_SIZE * IMAGE_BYTES), 0, 0, 0});
        byte[] batch = resource("batch.bin");
        for (int i = 0; i < BATCH_SIZE; i++) {
            out.write(batch, i * (1 + IMAGE_BYTES) + 1, IMAGE_BYTES);
        }
        out.write(new byte[] {'t', 'b', 'u', '.'});
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write('U');
        out.write(text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = CifarFormatTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return in.readAllBytes();
        }
    }
}
