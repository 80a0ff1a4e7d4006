package org.taagem.datasets.images;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.data.DataFileException;
import org.taagem.data.DataSettings;
import org.taagem.data.DatasetRequest;
import org.taagem.data.DatasetRequestException;
import org.taagem.data.ImageSettings;
import org.taagem.data.ImageShape;
import org.taagem.data.TableSettings;
import org.taagem.data.TestSettings;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class IdxLoaderTest {
    private final Path folder;

    IdxLoaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void writeFiles() throws IOException {
        write("train-images.idx3-ubyte", "t10k-images-idx3-ubyte", 0x803);
        write("train-labels-idx1-ubyte", "t10k-labels.idx1-ubyte", 0x801);
    }

    private void write(String train, String test, int magic) throws IOException {
        for (String name : new String[] {train, test}) {
            ByteBuffer bytes = ByteBuffer.allocate(magic == 0x803 ? 16 + 12 : 8 + 2)
                    .putInt(magic)
                    .putInt(2);
            if (magic == 0x803) {
                bytes.putInt(2).putInt(3).put(new byte[] {(byte) 255, 0, 0, 0, 0, 51});
            } else {
                bytes.put((byte) 4).put((byte) (name.equals(train) ? 11 : 7));
            }
            Files.write(folder.resolve(name), bytes.array());
        }
    }

    private TrainTest load(Optional<Path> testData, Optional<Integer> classes) throws IOException {
        DataSettings settings = new DataSettings(
                new TestSettings(testData, 0.2),
                TableSettings.DEFAULTS,
                new ImageSettings(Optional.empty(), ImageSettings.Mode.GREY, classes));
        return new IdxLoader().load(DatasetRequest.of("idx:" + folder, settings, new Seeds(0)));
    }

    @Test
    void load_anyShape_hasAsManyClassesAsTheLargestLabelAsksFor() throws IOException {
        TrainTest data = load(Optional.empty(), Optional.empty());
        assertEquals(new ImageShape(2, 3), data.train().shape().orElseThrow());
        assertEquals(12, data.train().classes());
        assertEquals(12, data.test().classes());
        assertEquals(2, data.test().size());
        assertEquals(20, load(Optional.empty(), Optional.of(20)).train().classes());
    }

    @Test
    void load_oneClassAlone_isRefused() throws IOException {
        byte[] zeros = {0, 0, 8, 1, 0, 0, 0, 2, 0, 0};
        Files.write(folder.resolve("train-labels-idx1-ubyte"), zeros);
        Files.write(folder.resolve("t10k-labels.idx1-ubyte"), zeros);

        assertEquals(
                folder + ": has one label alone, 0; expected at least 2 classes. Name a folder with images of several"
                        + " classes.",
                assertThrows(DataFileException.class, () -> load(Optional.empty(), Optional.empty()))
                        .getMessage());
        assertEquals(2, load(Optional.empty(), Optional.of(2)).train().classes());
    }

    @Test
    void load_labelBeyondTheClasses_isRefused() {
        assertEquals(
                folder.resolve("train-labels-idx1-ubyte")
                        + ": label 1 is 11; expected 0..10. Replace it by the file as published.",
                assertThrows(DataFileException.class, () -> load(Optional.empty(), Optional.of(11)))
                        .getMessage());
    }

    @Test
    void load_impossible_isRefused() throws IOException {
        assertEquals(
                "num_classes is 257; expected at most 256, for IDX labels are bytes",
                assertThrows(DatasetRequestException.class, () -> load(Optional.empty(), Optional.of(257)))
                        .getMessage());
        assertEquals(
                "test_data is 'x', which data set idx:" + folder
                        + " does not use, for its folder holds the test data; leave it out",
                assertThrows(DatasetRequestException.class, () -> load(Optional.of(Path.of("x")), Optional.empty()))
                        .getMessage());
        Files.delete(folder.resolve("train-images.idx3-ubyte"));
        assertEquals(
                folder + ": lacks train-images-idx3-ubyte (plain or .gz). Put them there.",
                assertThrows(DataFileException.class, () -> load(Optional.empty(), Optional.empty()))
                        .getMessage());
    }
}
