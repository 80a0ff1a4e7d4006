package org.taagem.datasets.images;

import org.taagem.data.ImageShape;

/**
 * Resizes images: each new pixel is the mean of the area that it covers in the old image, parts of pixels counting in
 * part.
 */
final class AreaAverage {
    private AreaAverage() {}

    /**
     * Resizes one channel.
     *
     * @param from {@code [height][width]} of {@code old}, beginning at {@code offset}
     * @param old its shape
     * @param wanted the new shape
     * @return {@code [height][width]} of {@code wanted}
     */
    static float[] resize(float[] from, int offset, ImageShape old, ImageShape wanted) {
        float[] narrow = new float[old.height() * wanted.width()];
        for (int y = 0; y < old.height(); y++) {
            averages(
                    new Line(from, offset + y * old.width(), 1, old.width()),
                    new Line(narrow, y * wanted.width(), 1, wanted.width()));
        }
        float[] small = new float[wanted.pixels()];
        for (int x = 0; x < wanted.width(); x++) {
            averages(
                    new Line(narrow, x, wanted.width(), old.height()),
                    new Line(small, x, wanted.width(), wanted.height()));
        }
        return small;
    }

    private static void averages(Line from, Line to) {
        double scale = (double) from.length / to.length;
        for (int i = 0; i < to.length; i++) {
            double start = i * scale;
            double end = Math.min(from.length, (i + 1) * scale);
            double sum = 0;
            for (int k = (int) start; k < end; k++) {
                sum += from.get(k) * (Math.min(k + 1, end) - Math.max(k, start));
            }
            to.set(i, (float) (sum / (end - start)));
        }
    }

    /** Every so many values of an array. */
    private static final class Line {
        private final float[] values;
        private final int first;
        private final int step;
        private final int length;

        Line(float[] values, int first, int step, int length) {
            this.values = values;
            this.first = first;
            this.step = step;
            this.length = length;
        }

        float get(int i) {
            return values[first + i * step];
        }

        void set(int i, float value) {
            values[first + i * step] = value;
        }
    }
}
