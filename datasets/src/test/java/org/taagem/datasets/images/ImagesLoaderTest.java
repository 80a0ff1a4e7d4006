package org.taagem.datasets.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.data.DataFileException;
import org.taagem.data.DataSettings;
import org.taagem.data.DatasetLoaders;
import org.taagem.data.DatasetRequest;
import org.taagem.data.DatasetRequestException;
import org.taagem.data.FeatureVector;
import org.taagem.data.ImageSettings;
import org.taagem.data.ImageShape;
import org.taagem.data.Sample;
import org.taagem.data.TableSettings;
import org.taagem.data.TestSettings;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ImagesLoaderTest {
    private static final int RED = 0xFF0000;
    private static final int WHITE = 0xFFFFFF;

    private final Path folder;

    ImagesLoaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Writes an image of two columns, of which the right one is black. */
    private Path write(String name, int type, int left) throws IOException {
        BufferedImage image = new BufferedImage(2, 2, type);
        image.setRGB(0, 0, left);
        image.setRGB(0, 1, left);
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private TrainTest load(ImageSettings images) throws IOException {
        return load(images, Optional.empty());
    }

    private TrainTest load(ImageSettings images, Optional<Path> testData) throws IOException {
        DataSettings settings = new DataSettings(new TestSettings(testData, 0.5), TableSettings.DEFAULTS, images);
        return new ImagesLoader().load(DatasetRequest.of("images:" + folder, settings, new Seeds(0)));
    }

    private static ImageSettings rgb(ImageShape... size) {
        return new ImageSettings(Arrays.stream(size).findFirst(), ImageSettings.Mode.RGB, Optional.empty());
    }

    private void writeTwoClasses() throws IOException {
        for (String part : List.of("train", "test")) {
            write(part + "/red/a.png", BufferedImage.TYPE_INT_RGB, RED);
            write(part + "/white/a.PNG", BufferedImage.TYPE_INT_RGB, WHITE);
        }
    }

    private static FeatureVector featuresOf(TrainTest data, int label) {
        return data.train().samples().stream()
                .filter(sample -> sample.label() == label)
                .map(Sample::features)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void load_colours_areOneChannelAfterTheOther() throws IOException {
        writeTwoClasses();
        TrainTest data = load(rgb());
        assertEquals(new ImageShape(2, 2, 3), data.train().shape().orElseThrow());
        assertEquals(2, data.test().size());
        assertEquals(FeatureVector.of(1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0), featuresOf(data, 0));
        assertEquals(FeatureVector.of(1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0), featuresOf(data, 1));
    }

    @Test
    void load_grey_isLuma() throws IOException {
        writeTwoClasses();
        TrainTest data = load(ImageSettings.DEFAULTS);
        assertEquals(FeatureVector.of(76 / 255f, 0, 76 / 255f, 0), featuresOf(data, 0), "0.299 x 255 = 76.2");
        assertEquals(FeatureVector.of(1, 0, 1, 0), featuresOf(data, 1));
    }

    @Test
    void load_greyFile_keepsItsValues() throws IOException {
        writeTwoClasses();
        Path file = write("train/white/a.PNG", BufferedImage.TYPE_BYTE_GRAY, 0);
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 100);
        ImageIO.write(image, "png", file.toFile());
        assertEquals(FeatureVector.of(100 / 255f, 0, 0, 0), featuresOf(load(ImageSettings.DEFAULTS), 1));
    }

    @Test
    void load_resized_averagesAreas() throws IOException {
        writeTwoClasses();
        assertEquals(
                FeatureVector.of(128 / 255f, 0, 0),
                featuresOf(load(rgb(new ImageShape(1, 1))), 0),
                "127.5 is rounded up");
        assertEquals(
                FeatureVector.of(1, 128 / 255f, 0, 0, 0, 0, 0, 0, 0), featuresOf(load(rgb(new ImageShape(1, 3))), 0));
    }

    @Test
    void load_foldersOfClassesAlone_holdsAShareOut() throws IOException {
        for (int i = 0; i < 4; i++) {
            write("10/" + i + ".png", BufferedImage.TYPE_INT_RGB, WHITE);
            write("9/" + i + ".png", BufferedImage.TYPE_INT_RGB, RED);
        }
        TrainTest data = load(ImageSettings.DEFAULTS);
        assertEquals(4, data.train().size());
        assertEquals(4, data.test().size());
        assertEquals(data, load(ImageSettings.DEFAULTS));
        assertEquals(
                8,
                java.util.stream.Stream.of(data.train(), data.test())
                        .flatMap(part -> part.samples().stream())
                        .map(Sample::id)
                        .distinct()
                        .count());
        data.train().samples().forEach(sample -> assertEquals(sample.id() < 4 ? 0 : 1, sample.label(), "9 before 10"));
    }

    @Test
    void load_differentSizes_asksForOne() throws IOException {
        writeTwoClasses();
        ImageIO.write(
                new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("train/white/b.png").toFile());
        assertFails(
                "train/white/b.png",
                "is an image of 2x3 pixels; expected 2x2 as " + folder.resolve("train/red/a.png")
                        + ". Set 'image_size' to have all images resized.");
        assertEquals(3, load(rgb(new ImageShape(2, 2))).train().size());
    }

    private void assertFails(String file, String message) {
        DataFileException error = assertThrows(DataFileException.class, () -> load(ImageSettings.DEFAULTS));
        assertEquals(folder.resolve(file) + ": " + message, error.getMessage());
    }

    /** A PNG file that claims to be large; what it would unpack to is more than any machine has. */
    @Test
    void load_imageBomb_isRefusedUnread() throws IOException {
        writeTwoClasses();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504E470D0A1A0AL);
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(60_000)
                .putInt(60_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 sum = new CRC32();
        sum.update(header);
        out.writeInt(13);
        out.write(header);
        out.writeInt((int) sum.getValue());
        Files.write(folder.resolve("train/white/b.png"), bytes.toByteArray());
        assertFails(
                "train/white/b.png",
                "claims 60000x60000 pixels; expected at most 16777216 in all. Replace it, or take it out of the folder.");
    }

    @Test
    void load_wrongFiles_areNamed() throws IOException {
        writeTwoClasses();
        Files.writeString(folder.resolve("train/white/.DS_Store"), "hidden files are left alone");
        assertEquals(2, load(ImageSettings.DEFAULTS).train().size());
        Path notes = Files.writeString(folder.resolve("train/white/notes.txt"), "x");
        assertFails("train/white/notes.txt", "is no .png, .jpg or .jpeg. Take it out of the folder, or convert it.");
        Files.move(notes, folder.resolve("train/white/notes.png"));
        assertFails(
                "train/white/notes.png",
                "does not begin as PNG and JPEG files do. Replace it, or take it out of the folder.");
        Files.delete(folder.resolve("train/white/notes.png"));
        write("test/blue/a.png", BufferedImage.TYPE_INT_RGB, RED);
        assertFails(
                "test/blue",
                "is a class that the training images do not have. Remove it, or add training images of it.");
    }

    @Test
    void load_wrongFolder_isRefused() throws IOException {
        assertFails(
                "",
                "holds 0 folders; expected one for each of at least 2 classes. Put the images of each class into a folder"
                        + " named after it.");
        Files.createDirectories(folder.resolve("a"));
        Files.createDirectories(folder.resolve("b"));
        assertFails("a", "holds no images. Put some there, or remove the folder.");
        writeTwoClasses();
        assertEquals(
                "test_data is 'x', but " + folder
                        + " has folders train and test; leave test_data out, or name the folder"
                        + " train in dataset_name",
                assertThrows(
                                DatasetRequestException.class,
                                () -> load(ImageSettings.DEFAULTS, Optional.of(Path.of("x"))))
                        .getMessage());
    }

    /** Every byte of a small PNG and of a small JPEG, changed in turn; and both, cut off everywhere. */
    @Test
    void load_damaged_isReadOrRefusedInOneLine() throws IOException {
        writeTwoClasses();
        Path png = folder.resolve("train/white/a.PNG");
        Path jpeg = folder.resolve("train/white/b.jpg");
        ImageIO.write(ImageIO.read(png.toFile()), "jpg", jpeg.toFile());
        for (Path file : List.of(png, jpeg)) {
            byte[] good = Files.readAllBytes(file);
            for (int i = 0; i < good.length; i++) {
                byte[] changed = good.clone();
                changed[i] ^= (byte) (1 << i % 8);
                Files.write(file, changed);
                assertReadOrRefused();
                Files.write(file, Arrays.copyOf(good, i));
                assertReadOrRefused();
            }
            Files.write(file, good);
        }
    }

    private void assertReadOrRefused() throws IOException {
        try {
            assertTrue(load(rgb(new ImageShape(2, 2))).train().size() >= 2);
        } catch (DataFileException e) {
            assertEquals(1, String.valueOf(e.getMessage()).lines().count(), e::getMessage);
        }
    }

    @Test
    void loaders_onTheClassPath_haveImagesAndIdx() {
        assertTrue(DatasetLoaders.named("images").orElseThrow() instanceof ImagesLoader);
        assertTrue(DatasetLoaders.named("idx").orElseThrow() instanceof IdxLoader);
    }
}
