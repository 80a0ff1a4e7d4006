package org.taagem.datasets.images;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.taagem.data.DataFileException;
import org.taagem.data.DataSettings;
import org.taagem.data.DatasetRequest;
import org.taagem.data.IdxFiles;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Files that are damaged anywhere are refused in one line, or read as the images that they then are. */
class IdxFuzzPropertyTest {
    private static final int IMAGES = 3;
    private static final Map<Boolean, byte[]> WHOLE = Map.of(
            true,
            ByteBuffer.allocate(16 + IMAGES * 4)
                    .putInt(0x803)
                    .putInt(IMAGES)
                    .putInt(2)
                    .putInt(2)
                    .array(),
            false,
            ByteBuffer.allocate(8 + IMAGES)
                    .putInt(0x801)
                    .putInt(IMAGES)
                    .put(new byte[] {0, 1, 2})
                    .array());

    private Path folder = Path.of("");

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("idx");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        for (String name : IdxFiles.NAMES) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
    }

    private void writeWhole() throws IOException {
        for (String name : IdxFiles.NAMES) {
            Files.write(folder.resolve(name), whole(name));
        }
    }

    private static byte[] whole(String name) {
        return WHOLE.getOrDefault(name.contains("images"), new byte[0]).clone();
    }

    private void loadsOrRefuses() throws IOException {
        try {
            TrainTest data =
                    new IdxLoader().load(DatasetRequest.of("idx:" + folder, DataSettings.DEFAULTS, new Seeds(0)));
            assertEquals(IMAGES, data.train().size());
        } catch (DataFileException e) {
            assertEquals(1, String.valueOf(e.getMessage()).lines().count());
        }
    }

    @Property(tries = 500)
    void load_oneByteChanged_loadsOrRefuses(
            @ForAll @IntRange(max = 3) int file, @ForAll @IntRange(max = 27) int at, @ForAll byte value)
            throws IOException {
        writeWhole();
        String name = IdxFiles.NAMES.get(file);
        byte[] bytes = whole(name);
        bytes[at % bytes.length] = value;
        Files.write(folder.resolve(name), bytes);
        loadsOrRefuses();
    }

    @Property(tries = 200)
    void load_otherLength_loadsOrRefuses(@ForAll @IntRange(max = 3) int file, @ForAll @IntRange(max = 60) int length)
            throws IOException {
        writeWhole();
        String name = IdxFiles.NAMES.get(file);
        Files.write(folder.resolve(name), Arrays.copyOf(whole(name), length));
        loadsOrRefuses();
    }
}
