package org.taagem.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class IdxFilesTest {
    private final Map<String, byte[]> contents = new HashMap<>(Map.of(
            IdxFiles.TRAIN_IMAGES, IdxBytes.images(2, 1, 2, (byte) 1, (byte) 2, (byte) 3, (byte) 4),
            IdxFiles.TRAIN_LABELS, IdxBytes.labels(0, 1),
            IdxFiles.TEST_IMAGES, IdxBytes.images(1, 1, 2, (byte) 5, (byte) 6),
            IdxFiles.TEST_LABELS, IdxBytes.labels(1)));

    @Test
    void read_fourFiles_givesBothPartsAndTheChecksumOfEachContent() throws IOException {
        TrainTest data = files().read("tiny", 2, "memory");

        assertEquals("tiny", data.name());
        assertEquals("memory", data.source());
        assertEquals(2, data.train().size());
        assertEquals(1, data.test().size());
        assertEquals(4, data.sha256().size());
        for (String name : IdxFiles.NAMES) {
            assertEquals(
                    Sha256.of(new ByteArrayInputStream(content(name))),
                    data.sha256().get(name));
        }
    }

    @Test
    void read_compressed_givesTheChecksumOfTheContent() throws IOException {
        Map<String, String> plain = files().read("tiny", 2, "memory").sha256();
        contents.replaceAll((name, content) -> IdxBytes.gzip(content));

        assertEquals(plain, files().read("tiny", 2, "memory").sha256());
    }

    @Test
    void read_shapesDiffer_namesBoth() {
        contents.put(IdxFiles.TEST_IMAGES, IdxBytes.images(1, 2, 1, (byte) 5, (byte) 6));

        assertEquals(
                "t10k-images-idx3-ubyte: has images of 2x1 pixels; expected 1x2 as in train-images-idx3-ubyte. "
                        + "Check that both files are of the same data set.",
                assertThrows(DataFileException.class, () -> files().read("tiny", 2, "memory"))
                        .getMessage());
    }

    private IdxFiles files() {
        return IdxFiles.of(name -> new DataFile(name, () -> new ByteArrayInputStream(content(name))));
    }

    private byte[] content(String name) {
        return Objects.requireNonNull(contents.get(name));
    }
}
