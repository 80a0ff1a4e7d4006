package org.taagem.stream;

import org.taagem.data.FeatureVector;
import org.taagem.data.ImageShape;

/**
 * Turns images counter-clockwise about their centre: same size, nearest neighbour, zero where nothing was, as
 * torchvision's {@code rotate} does.
 */
final class Rotation {
    private static final int OUTSIDE = -1;

    /** {@code [pixels]}: which pixel of the original each pixel shows, in every channel. */
    private final int[] sources;

    /** {@code [channels x pixels]}: room to work in, lest every image leave two arrays behind. */
    private final float[] original;

    private final float[] turned;
    private final ImageShape shape;

    Rotation(ImageShape shape, double degrees) {
        sources = new int[shape.pixels()];
        original = new float[shape.features()];
        turned = new float[shape.features()];
        this.shape = shape;
        turnTo(degrees);
    }

    /** Changes the angle, from the upright image. */
    void turnTo(double degrees) {
        double radians = StrictMath.toRadians(degrees);
        double cos = StrictMath.cos(radians);
        double sin = StrictMath.sin(radians);
        double centreX = (shape.width() - 1) / 2.0;
        double centreY = (shape.height() - 1) / 2.0;
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                double dx = x - centreX;
                double dy = y - centreY;
                // the y axis points down, so turning back by the angle looks like turning on
                long sourceX = (long) StrictMath.rint(cos * dx - sin * dy + centreX);
                long sourceY = (long) StrictMath.rint(sin * dx + cos * dy + centreY);
                boolean inside = sourceX >= 0 && sourceX < shape.width() && sourceY >= 0 && sourceY < shape.height();
                sources[y * shape.width() + x] = inside ? (int) (sourceY * shape.width() + sourceX) : OUTSIDE;
            }
        }
    }

    FeatureVector apply(FeatureVector image) {
        image.copyTo(original);
        for (int channel = 0; channel < turned.length; channel += sources.length) {
            for (int p = 0; p < sources.length; p++) {
                turned[channel + p] = sources[p] == OUTSIDE ? 0f : original[channel + sources[p]];
            }
        }
        return FeatureVector.of(turned);
    }
}
