package org.taagem.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the command says of data files that are damaged: 20 training and 20 test images of 2x2 pixels. */
class DamagedDataTest {
    private static final String IMAGES = "train-images-idx3-ubyte";
    private static final String LABELS = "train-labels-idx1-ubyte";
    private static final String REPLACE = ". Replace it by the file as published.";
    private static final int IMAGES_SIZE = 16 + 20 * 4;

    private final Path folder;
    private final Path mnist;

    DamagedDataTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        mnist = Files.createDirectories(folder.resolve("MNIST"));
    }

    @BeforeEach
    void writeData() throws IOException {
        for (String part : new String[] {"train", "t10k"}) {
            ByteBuffer images = ByteBuffer.allocate(IMAGES_SIZE)
                    .putInt(0x0803)
                    .putInt(20)
                    .putInt(2)
                    .putInt(2);
            ByteBuffer labels = ByteBuffer.allocate(8 + 20).putInt(0x0801).putInt(20);
            for (int i = 0; i < 20; i++) {
                images.put(new byte[] {(byte) i, 1, (byte) (9 * i), 3});
                labels.put((byte) (i % 10));
            }
            Files.write(mnist.resolve(part + "-images-idx3-ubyte"), images.array());
            Files.write(mnist.resolve(part + "-labels-idx1-ubyte"), labels.array());
        }
    }

    @Test
    void train_goodData_finishes() {
        CommandRun run = train();
        assertEquals(0, run.exit(), run::err);
        assertTrue(run.out().contains("data         folder " + mnist + " (--data_dir)"), run::out);
    }

    @Test
    void train_truncated_fails() throws IOException {
        truncate(mnist.resolve(IMAGES), IMAGES_SIZE - 1);
        assertFails(IMAGES + ": declares 20 images of 2x2 pixels, which is 80 bytes, but only 79 follow" + REPLACE);
    }

    @Test
    void train_empty_fails() throws IOException {
        truncate(mnist.resolve(LABELS), 0);
        assertFails(LABELS + ": ends inside the header; expected 4 bytes where 0 are left" + REPLACE);
    }

    @Test
    void train_oversized_fails() throws IOException {
        Path file = mnist.resolve(LABELS);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 8 + 23));
        assertFails(LABELS + ": declares 20 labels, which is 20 bytes, but 3 bytes too many follow" + REPLACE);
    }

    @Test
    void train_wrongMagic_fails() throws IOException {
        Files.writeString(mnist.resolve(IMAGES), "<html>Not found</html>");
        assertFails(IMAGES + ": starts with bytes 3c 68; expected 00 00, as IDX files (plain or gzip) do" + REPLACE);
    }

    @Test
    void train_labelsForImages_fails() throws IOException {
        Files.write(mnist.resolve(IMAGES), Files.readAllBytes(mnist.resolve(LABELS)));
        assertFails(IMAGES + ": has 1 dimensions; expected 3, as images do."
                + " Check that images and labels are not interchanged.");
    }

    @Test
    void train_fewerLabelsThanImages_fails() throws IOException {
        Path file = mnist.resolve(LABELS);
        byte[] labels = Arrays.copyOf(Files.readAllBytes(file), 8 + 19);
        labels[7] = 19;
        Files.write(file, labels);
        assertFails(IMAGES + ": declares 20 images; expected 19, as many as there are labels in " + file + REPLACE);
    }

    @Test
    void train_damagedGzip_fails() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(Files.readAllBytes(mnist.resolve(IMAGES)));
        }
        Files.delete(mnist.resolve(IMAGES));
        Files.write(mnist.resolve(IMAGES + ".gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() - 9));
        assertFails(IMAGES + ".gz: gzip data is damaged (Unexpected end of ZLIB input stream)."
                + " Copy or download the file again.");
    }

    @Test
    void train_fileMissing_fails() throws IOException {
        Files.delete(mnist.resolve(LABELS));
        CommandRun run = train();
        assertEquals(1, run.exit());
        assertTrue(
                run.err()
                        .startsWith("taagem: data set mnist is not in " + folder
                                + ", the folder given with --data_dir: " + mnist + " lacks " + LABELS + "; "),
                run::err);
        assertEquals(1, run.err().lines().count());
    }

    private static void truncate(Path file, int size) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), size));
    }

    private void assertFails(String message) {
        assertEquals(new CommandRun(1, "", "taagem: " + mnist + "/" + message + System.lineSeparator()), train());
        assertFalse(Files.exists(folder.resolve("output")));
    }

    private CommandRun train() {
        return CommandRun.of(
                "train",
                "--data_dir=" + folder,
                "-o",
                folder.resolve("output").toString(),
                "--set=num_epochs=1",
                "--set=num_tasks=1");
    }
}
