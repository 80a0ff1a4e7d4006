package org.taagem.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class IdxReaderPropertyTest {
    @Property(tries = 200)
    void read_anyImages_givesBackEveryPixelAndLabel(
            @ForAll @Size(min = 24, max = 24) byte[] pixels, @ForAll @Size(4) byte[] labels) throws IOException {
        byte[] labelFile = IdxBytes.file(0x0801, new int[] {4}, labels);
        IdxPart part = IdxReader.read(file(IdxBytes.images(4, 2, 3, pixels)), file(labelFile), 256);

        for (int i = 0; i < 4; i++) {
            Sample sample = part.dataset().samples().get(i);
            assertEquals(FeatureVector.ofPixels(pixels, 6 * i, 6), sample.features());
            assertEquals(Byte.toUnsignedInt(labels[i]), sample.label());
            assertEquals(i, sample.id());
        }
        assertEquals(Sha256.of(new ByteArrayInputStream(labelFile)), part.labelsSha256());
    }

    @Property(tries = 100)
    void read_cutAnywhere_isAnErrorOfTheFile(@ForAll @IntRange(max = 39) int length, @ForAll boolean gzip) {
        byte[] whole = IdxBytes.images(4, 2, 3, new byte[24]);
        byte[] cut = gzip ? shortened(IdxBytes.gzip(whole), length) : Arrays.copyOf(whole, length);

        assertThrows(DataFileException.class, () -> IdxReader.read(file(cut), file(IdxBytes.labels(0, 1, 2, 3)), 10));
    }

    @Property(tries = 300)
    void read_anyBytes_endsInADataFileExceptionOrData(@ForAll @Size(max = 60) byte[] tail) {
        byte[] images = IdxBytes.file(0x0803, new int[] {1}, tail);
        try {
            assertEquals(
                    1,
                    IdxReader.read(file(images), file(IdxBytes.labels(3)), 10)
                            .dataset()
                            .size());
        } catch (DataFileException expected) {
            assertEquals("memory", String.valueOf(expected.getMessage()).substring(0, 6));
        } catch (IOException e) {
            throw new AssertionError("only files in memory were read", e);
        }
    }

    private static byte[] shortened(byte[] gzip, int length) {
        return Arrays.copyOf(gzip, Math.min(length, gzip.length - 1));
    }

    private static DataFile file(byte[] content) {
        return new DataFile("memory", () -> new ByteArrayInputStream(content));
    }
}
