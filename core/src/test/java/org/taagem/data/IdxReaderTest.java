package org.taagem.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class IdxReaderTest {
    private static final byte[] TWO_IMAGES = IdxBytes.images(2, 2, 3, bytes(0, 51, 0, 0, 0, 255, 102, 0, 0, 0, 0, 0));
    private static final byte[] TWO_LABELS = IdxBytes.labels(7, 0);

    private final Path folder;

    IdxReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void read_plainFiles_givesScaledPixelsLabelsAndIndices() throws IOException {
        Dataset dataset = read(TWO_IMAGES, TWO_LABELS, 10);

        assertEquals(Optional.of(new ImageShape(2, 3)), dataset.shape());
        assertEquals(6, dataset.features());
        assertEquals(10, dataset.classes());
        assertEquals(
                List.of(
                        new Sample(0, FeatureVector.of(0, 0.2f, 0, 0, 0, 1), 7),
                        new Sample(1, FeatureVector.of(0.4f, 0, 0, 0, 0, 0), 0)),
                dataset.samples());
    }

    @Test
    void read_gzipFiles_givesTheSameAsPlain() throws IOException {
        assertEquals(read(TWO_IMAGES, TWO_LABELS, 10), read(IdxBytes.gzip(TWO_IMAGES), IdxBytes.gzip(TWO_LABELS), 10));
    }

    @Test
    void read_plainContentNamedGz_isReadByItsContent() throws IOException {
        Path images = write("images.gz", TWO_IMAGES);

        assertEquals(
                2, IdxReader.read(images, write("labels.gz", TWO_LABELS), 10).size());
    }

    @Test
    void read_wrongMagic_saysWhatAnIdxFileStartsWith() {
        assertImagesRejected(
                "not an idx file".getBytes(StandardCharsets.US_ASCII),
                "starts with bytes 6e 6f; expected 00 00, as IDX files (plain or gzip) do");
    }

    @Test
    void read_wrongType_namesBothTypes() {
        assertImagesRejected(
                IdxBytes.file(0x0d03, new int[] {2, 2, 3}, new byte[48]),
                "has elements of type 0x0d; expected 0x08, unsigned bytes");
    }

    @Test
    void read_labelsAsImages_suggestsThatTheyAreInterchanged() {
        String message = assertImagesRejected(TWO_LABELS, "has 1 dimensions; expected 3, as images do");

        assertEquals(
                folder.resolve("images") + ": has 1 dimensions; expected 3, as images do. "
                        + "Check that images and labels are not interchanged.",
                message);
    }

    @Test
    void read_emptyFile_saysThatTheHeaderIsCut() {
        assertImagesRejected(new byte[0], "ends inside the header; expected 4 bytes where 0 are left");
    }

    @Test
    void read_headerCut_saysThatTheHeaderIsCut() {
        assertImagesRejected(
                Arrays.copyOf(TWO_IMAGES, 14), "ends inside the header; expected 4 bytes where 2 are left");
    }

    @Test
    void read_imagesTruncated_namesBothSizes() {
        assertImagesRejected(
                Arrays.copyOf(TWO_IMAGES, TWO_IMAGES.length - 1),
                "declares 2 images of 2x3 pixels, which is 12 bytes, but only 11 follow");
    }

    @Test
    void read_imagesOversized_saysHowMuch() {
        assertImagesRejected(
                Arrays.copyOf(TWO_IMAGES, TWO_IMAGES.length + 5),
                "declares 2 images of 2x3 pixels, which is 12 bytes, but 5 bytes too many follow");
    }

    @Test
    void read_imagesFarOversized_stopsCounting() {
        assertImagesRejected(
                Arrays.copyOf(TWO_IMAGES, 1 << 20),
                "declares 2 images of 2x3 pixels, which is 12 bytes, but 65536 or more bytes too many follow");
    }

    @Test
    void read_labelsTruncated_namesBothSizes() {
        assertLabelsRejected(Arrays.copyOf(TWO_LABELS, 9), "declares 2 labels, which is 2 bytes, but only 1 follow");
    }

    @Test
    void read_labelsOversized_saysHowMuch() {
        assertLabelsRejected(
                Arrays.copyOf(TWO_LABELS, 11), "declares 2 labels, which is 2 bytes, but 1 bytes too many follow");
    }

    @Test
    void read_countsDiffer_namesBothCountsAndFiles() {
        assertImagesRejected(
                IdxBytes.images(1, 2, 3, new byte[6]),
                "declares 1 images; expected 2, as many as there are labels in " + folder.resolve("labels"));
    }

    @Test
    void read_labelOutOfRange_namesItsPlace() {
        assertLabelsRejected(IdxBytes.labels(9, 10), "label 1 is 10; expected 0..9");
        assertLabelsRejected(IdxBytes.labels(255), "label 0 is 255; expected 0..9");
    }

    @Test
    void read_noSamples_isAnError() {
        assertLabelsRejected(IdxBytes.labels(), "declares size 0 for dimension 1; expected at least 1");
        assertImagesRejected(IdxBytes.images(2, 0, 3), "declares size 0 for dimension 2; expected at least 1");
    }

    @Test
    void read_lyingLabelCount_allocatesOnlyWhatIsThere() {
        byte[] most = IdxBytes.file(0x0801, new int[] {-1}, bytes(1));
        byte[] many = IdxBytes.file(0x0801, new int[] {1 << 28}, bytes(1));

        assertLabelsRejected(most, "declares 4294967295 labels; expected at most 268435456");
        assertLabelsRejected(many, "declares 268435456 labels, which is 268435456 bytes, but only 1 follow");
    }

    @Test
    void read_lyingImageSize_allocatesNothing() {
        assertImagesRejected(
                IdxBytes.images(2, 1 << 31, 1 << 31, bytes(1)),
                "declares images of 2147483648x2147483648 pixels; expected at most 16777216 in all");
        assertImagesRejected(
                IdxBytes.images(2, 1 << 16, 1 << 16, bytes(1)),
                "declares images of 65536x65536 pixels; expected at most 16777216 in all");
        assertImagesRejected(
                IdxBytes.images(2, 1 << 12, 1 << 12, bytes(1)),
                "declares 2 images of 4096x4096 pixels, which is 33554432 bytes, but only 1 follow");
    }

    @Test
    void read_classesOutOfRange_isRejected() {
        assertThrows(IllegalArgumentException.class, () -> read(TWO_IMAGES, TWO_LABELS, 0));
        assertThrows(IllegalArgumentException.class, () -> read(TWO_IMAGES, TWO_LABELS, 257));
    }

    private String assertImagesRejected(byte[] images, String problem) {
        return assertRejected(images, TWO_LABELS, folder.resolve("images") + ": " + problem + ". ");
    }

    private void assertLabelsRejected(byte[] labels, String problem) {
        assertRejected(TWO_IMAGES, labels, folder.resolve("labels") + ": " + problem + ". ");
    }

    private String assertRejected(byte[] images, byte[] labels, String start) {
        String message = String.valueOf(assertThrows(DataFileException.class, () -> read(images, labels, 10))
                .getMessage());
        assertEquals(start, message.substring(0, Math.min(start.length(), message.length())));
        return message;
    }

    private Dataset read(byte[] images, byte[] labels, int classes) throws IOException {
        return IdxReader.read(write("images", images), write("labels", labels), classes);
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
