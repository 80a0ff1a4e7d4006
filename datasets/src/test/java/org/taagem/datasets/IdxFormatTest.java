package org.taagem.datasets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.data.Dataset;
import org.taagem.data.ImageShape;
import org.taagem.data.TrainTest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class IdxFormatTest {
    private static final IdxFormat TURNED = new IdxFormat(
            List.of(
                    "x-train-images-idx3-ubyte",
                    "x-train-labels-idx1-ubyte",
                    "x-images-idx3-ubyte",
                    "x-labels-idx1-ubyte"),
            true);

    /** EMNIST writes the columns of an image one after the other. */
    @Test
    void read_transposedImages_areTurnedUpright(@TempDir Path folder) throws Exception {
        Path data = Files.createDirectories(folder.resolve("X/gzip"));
        for (String name : TURNED.fileNames()) {
            Files.write(data.resolve(name + ".gz"), TinyDataset.gzip(name.contains("images") ? image() : label()));
        }

        TrainTest read = new DatasetFinder(dataset(), new Machine(folder.resolve("home")).environment())
                .find(Optional.of(folder));

        Dataset train = read.train();
        assertEquals(Optional.of(new ImageShape(3, 2)), train.shape());
        assertArrayEquals(
                new float[] {51 / 255f, 0, 102 / 255f, 0, 153 / 255f, 1},
                train.samples().get(0).features().toArray());
        assertEquals(
                TURNED.fileNames().stream().sorted().toList(),
                read.sha256().keySet().stream().sorted().toList());
    }

    @Test
    void idxFormat_notFourNames_isRejected() {
        assertThrows(IllegalArgumentException.class, () -> new IdxFormat(List.of("one"), false));
    }

    private static KnownDataset dataset() {
        return new KnownDataset(
                "x",
                new DatasetFacts("marks", new ImageShape(3, 2), 2, 1, 1, "none", "nobody", "https://example.org/"),
                List.of(TURNED),
                TURNED.fileNames().stream().map(name -> new KnownFile(name, 9)).toList(),
                List.of("X"),
                List.of());
    }

    /** Two rows of three pixels, which are two columns of an image of 3x2. */
    private static byte[] image() {
        return ByteBuffer.allocate(22)
                .putInt(0x0803)
                .putInt(1)
                .putInt(2)
                .putInt(3)
                .put(new byte[] {51, 102, (byte) 153, 0, 0, (byte) 255})
                .array();
    }

    private static byte[] label() throws IOException {
        return ByteBuffer.allocate(9).putInt(0x0801).putInt(1).put((byte) 1).array();
    }
}
