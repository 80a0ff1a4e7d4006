package org.taagem.datasets.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.taagem.data.DataFileException;
import org.taagem.data.DatasetRequestException;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever is done to a table, it is read or refused in one line. */
class CsvFuzzPropertyTest {
    private static final byte[] TABLE = """
            size,colour,"weight, kg",kind
            1,red,0.5,a
            2,"blue ""sky"" ",-1e3,b
            3,red,7,a
            4,green,0,b
            5,red,"12",c
            """.getBytes(StandardCharsets.UTF_8);

    @Property(tries = 500)
    void load_bytesChanged_isReadOrRefused(@ForAll @Size(min = 1, max = 4) int[] places, @ForAll @Size(4) byte[] values)
            throws IOException {
        byte[] changed = TABLE.clone();
        for (int i = 0; i < places.length; i++) {
            changed[Math.floorMod(places[i], changed.length)] = values[i];
        }
        assertReadOrRefused(changed);
    }

    @Property(tries = 100)
    void load_cutOff_isReadOrRefused(@ForAll @IntRange(max = 200) int length) throws IOException {
        assertReadOrRefused(Arrays.copyOf(TABLE, Math.min(length, TABLE.length)));
    }

    @Property(tries = 200)
    void load_anyBytes_areReadOrRefused(@ForAll byte[] bytes) throws IOException {
        assertReadOrRefused(bytes);
    }

    @Property(tries = 200)
    void load_damagedGzip_isReadOrRefused(@ForAll @IntRange(max = 200) int place, @ForAll byte value)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(TABLE);
        }
        byte[] damaged = bytes.toByteArray();
        damaged[place % damaged.length] = value;
        assertReadOrRefused(damaged);
        assertReadOrRefused(Arrays.copyOf(damaged, place % damaged.length));
    }

    private static void assertReadOrRefused(byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("csv-fuzz");
        try {
            Files.write(folder.resolve("a.csv"), bytes);
            TrainTest data = new CsvFiles(folder).load("a.csv");
            for (Sample sample : data.train().samples()) {
                assertTrue(sample.label() < data.train().classes());
                for (float value : sample.features().values()) {
                    assertTrue(Float.isFinite(value));
                }
            }
        } catch (DataFileException | DatasetRequestException e) {
            assertEquals(1, String.valueOf(e.getMessage()).lines().count(), e::getMessage);
        } finally {
            Files.deleteIfExists(folder.resolve("a.csv"));
            Files.delete(folder);
        }
    }
}
