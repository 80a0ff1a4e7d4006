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
        return of(shape, samples, Integer.MAX_VALUE);
    }

    /**
     * Draws images, smaller if need be.
     *
     * @param shape their shape
     * @param samples the images; 0 is dark and 1 is bright, or as far as the values go beyond
     * @param mostBytes a byte is one pixel of one colour; if there would be more, squares of pixels become one
     * @return the images, in the same order
     */
    public static Images of(ImageShape shape, List<FeatureVector> samples, int mostBytes) {
        int channels = shape.channels() == RGB ? RGB : 1;
        int side = 1;
        ImageShape shown = shape;
        while ((long) samples.size() * channels * shown.pixels() > mostBytes && shown.pixels() > 1) {
            side++;
            shown = new ImageShape(ceil(shape.height(), side), ceil(shape.width(), side), shape.channels());
        }
        Brightness brightness = Brightness.of(samples);
        byte[] pixels = new byte[samples.size() * channels * shown.pixels()];
        int next = 0;
        for (FeatureVector sample : samples) {
            float[] values = sample.toArray();
            for (int pixel = 0; pixel < shown.pixels(); pixel++) {
                Square square = new Square(shape, pixel / shown.width() * side, pixel % shown.width() * side, side);
                for (int channel = 0; channel < channels; channel++) {
                    float value = channels == RGB ? square.mean(values, channel) : square.mean(values);
                    pixels[next++] = brightness.of(value);
                }
            }
        }
        return new Images(shown, channels, samples.size(), pixels);
    }

    private static int ceil(int length, int side) {
        return (length + side - 1) / side;
    }

    /** The scale that all images share: 0 to 1, as pixels are, or as far as the values go beyond. */
    private record Brightness(float least, float most) {
        static Brightness of(List<FeatureVector> samples) {
            float least = 0;
            float most = 1;
            for (FeatureVector sample : samples) {
                for (float value : sample.values()) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
            return new Brightness(least, most);
        }

        byte of(float value) {
            return (byte) Math.round(255 * (value - least) / (most - least));
        }
    }

    /** Pixels that become one. */
    private record Square(ImageShape shape, int top, int left, int side) {
        float mean(float[] values, int channel) {
            float sum = 0;
            int count = 0;
            for (int y = top; y < Math.min(top + side, shape.height()); y++) {
                for (int x = left; x < Math.min(left + side, shape.width()); x++) {
                    sum += values[channel * shape.pixels() + y * shape.width() + x];
                    count++;
                }
            }
            return sum / count;
        }

        float mean(float[] values) {
            float sum = 0;
            for (int channel = 0; channel < shape.channels(); channel++) {
                sum += mean(values, channel);
            }
            return sum / shape.channels();
        }
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
