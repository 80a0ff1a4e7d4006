package org.taagem.report.html;

import java.util.List;

import org.taagem.data.FeatureVector;
import org.taagem.data.ImageShape;

/**
 * Small images of one shape, all on one scale of brightness. Three channels are red, green and blue; of any other number, the
 * mean is shown in grey.
 */
public final class Images {
    private static final int RGB = 3;

    private final int width;
    private final int height;
    private final int channels;
    private final int count;
    private final byte[] pixels;

    private Images(ImageShape shape, int channels, int count, byte[] pixels) {
        width = shape.width();
        height = shape.height();
        this.channels = channels;
        this.count = count;
        this.pixels = pixels;
    }

    /**
     * Draws images.
     *
     * @param shape their shape
     * @param samples the images; 0 is dark and 1 is bright, or as far as the values go beyond
     * @return the images, in the same order
     */
    public static Images of(ImageShape shape, List<FeatureVector> samples) {
        int shown = shape.channels() == RGB ? RGB : 1;
        float least = 0;
        float most = 1;
        for (FeatureVector sample : samples) {
            for (float value : sample.values()) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        byte[] pixels = new byte[samples.size() * shown * shape.pixels()];
        int next = 0;
        for (FeatureVector sample : samples) {
            float[] values = sample.toArray();
            for (int pixel = 0; pixel < shape.pixels(); pixel++) {
                for (int channel = 0; channel < shown; channel++) {
                    float value = shown == RGB ? values[channel * shape.pixels() + pixel] : mean(values, pixel, shape);
                    pixels[next++] = (byte) Math.round(255 * (value - least) / (most - least));
                }
            }
        }
        return new Images(shape, shown, samples.size(), pixels);
    }

    private static float mean(float[] values, int pixel, ImageShape shape) {
        float sum = 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
            sum += values[channel * shape.pixels() + pixel];
        }
        return sum / shape.channels();
    }

    /**
     * Returns how many there are.
     *
     * @return 0 or more
     */
    public int count() {
        return count;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int channels() {
        return channels;
    }

    /** Returns {@code [count][height][width][channels]}: brightness, 0..255; not to be changed. */
    byte[] pixels() {
        return pixels;
    }
}
