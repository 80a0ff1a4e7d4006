package org.taagem.datasets.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.taagem.data.DataFileException;
import org.taagem.data.FeatureVector;
import org.taagem.data.ImageSettings;
import org.taagem.data.ImageShape;
import org.taagem.data.Sample;
import org.taagem.data.Sha256;
import org.taagem.datasets.MemoryBudget;

/** Turns image files into samples of one shape: that of the settings, or that of the first image. */
final class ImageSamples {
    private static final int BYTES_PER_SAMPLE = 96;
    private static final int BYTES_PER_ENTRY = 8;

    private final ImageSettings settings;
    private final MemoryBudget budget;
    private final Sha256 sha256 = new Sha256();
    private Optional<ImageShape> shape = Optional.empty();
    private String first = "";

    ImageSamples(ImageSettings settings, Path folder) {
        this.settings = settings;
        budget = MemoryBudget.ofThisJvm(folder.toString(), "images");
    }

    /** Reads the sample of a file. */
    Sample read(int id, Path file, int label) throws IOException {
        BufferedImage image = ImageFile.read(file);
        int channels = settings.mode() == ImageSettings.Mode.RGB ? 3 : 1;
        ImageShape found = new ImageShape(image.getHeight(), image.getWidth(), channels);
        ImageShape wanted = settings.size()
                .map(size -> new ImageShape(size.height(), size.width(), channels))
                .orElse(shape.orElse(found));
        if (shape.isEmpty()) {
            shape = Optional.of(wanted);
            first = file.toString();
        }
        if (settings.size().isEmpty() && !found.equals(wanted)) {
            throw new DataFileException(
                    file.toString(),
                    "is an image of " + found + " pixels; expected " + wanted + " as " + first,
                    "Set 'image_size' to have all images resized");
        }
        FeatureVector features = features(ImageFile.channels(image, channels), found, wanted);
        budget.take(BYTES_PER_SAMPLE + (long) BYTES_PER_ENTRY * features.nonZeroCount());
        try (InputStream in = sha256.watch(Files.newInputStream(file))) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new Sample(id, features, label);
    }

    private static FeatureVector features(float[] values, ImageShape found, ImageShape wanted) {
        byte[] pixels = new byte[wanted.features()];
        boolean same = found.equals(wanted);
        for (int channel = 0; channel < wanted.channels(); channel++) {
            int offset = channel * found.pixels();
            float[] resized = same ? values : AreaAverage.resize(values, offset, found, wanted);
            for (int p = 0; p < wanted.pixels(); p++) {
                pixels[channel * wanted.pixels() + p] = (byte) Math.round(resized[same ? offset + p : p]);
            }
        }
        return FeatureVector.ofPixels(pixels, 0, pixels.length);
    }

    ImageShape shape() {
        return shape.orElseThrow();
    }

    /** Returns the checksum of the content of all files read, in that order. */
    String sha256() {
        return sha256.hex();
    }
}
