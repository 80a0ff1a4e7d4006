package org.taagem.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.taagem.data.FeatureVector;
import org.taagem.data.ImageShape;

/**
 * Turns samples into images, all on one scale of brightness. Three channels are red, green and blue; of any other number, the
 * mean is shown in grey.
 */
final class SampleImage {
    private static final int RGB = 3;

    private final ImageShape shape;
    private final float darkest;
    private final float brightest;

    /** Finds the scale: 0 to 1, as pixels are, or as far as the values go beyond. */
    SampleImage(TaskSamples samples) {
        shape = samples.shape();
        float least = 0;
        float most = 1;
        for (TaskSamples.Row row : samples.rows()) {
            for (Optional<FeatureVector> image : row.images()) {
                for (float value : image.map(FeatureVector::values).orElse(new float[0])) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
        }
        darkest = least;
        brightest = most;
    }

    /** Returns an image of the shape's size, a pixel for each pixel. */
    BufferedImage draw(FeatureVector features) {
        BufferedImage image = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        float[] values = features.toArray();
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                image.setRGB(x, y, colour(values, y * shape.width() + x));
            }
        }
        return image;
    }

    private int colour(float[] values, int pixel) {
        int pixels = shape.pixels();
        if (shape.channels() == RGB) {
            return brightness(values[pixel]) << 16
                    | brightness(values[pixel + pixels]) << 8
                    | brightness(values[pixel + 2 * pixels]);
        }
        float sum = 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
            sum += values[channel * pixels + pixel];
        }
        return brightness(sum / shape.channels()) * 0x010101;
    }

    private int brightness(float value) {
        return Math.round(255 * (value - darkest) / (brightest - darkest));
    }

    /** Returns the bytes of an image's PNG file. */
    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", bytes)) {
                throw new IllegalStateException("this Java writes no PNG files");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array takes all bytes
        }
        return bytes.toByteArray();
    }
}
