package org.taagem.data;

/**
 * The shape of images whose pixels are the features: row by row, and of images of several channels one channel after the
 * other ({@code [channels][height][width]}).
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @param channels values of each pixel, at least 1, such as 3 for red, green and blue
 */
public record ImageShape(int height, int width, int channels) {
    public ImageShape {
        if (height < 1 || width < 1 || channels < 1) {
            throw new IllegalArgumentException("image shape is " + height + "x" + width
                    + (channels == 1 ? "" : "x" + channels) + "; expected at least 1x1");
        }
    }

    /**
     * Makes the shape of images of one channel.
     *
     * @param height rows, at least 1
     * @param width columns, at least 1
     */
    public ImageShape(int height, int width) {
        this(height, width, 1);
    }

    /**
     * Returns the number of pixels.
     *
     * @return height times width
     */
    public int pixels() {
        return height * width;
    }

    /**
     * Returns the number of features.
     *
     * @return channels times pixels
     */
    public int features() {
        return channels * pixels();
    }

    @Override
    public String toString() {
        return height + "x" + width + (channels == 1 ? "" : "x" + channels);
    }
}
