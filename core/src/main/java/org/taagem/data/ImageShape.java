package org.taagem.data;

/**
 * The shape of images whose pixels are the features, row by row.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 */
public record ImageShape(int height, int width) {
    public ImageShape {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("image shape is " + height + "x" + width + "; expected at least 1x1");
        }
    }

    /**
     * Returns the number of pixels.
     *
     * @return height times width
     */
    public int pixels() {
        return height * width;
    }

    @Override
    public String toString() {
        return height + "x" + width;
    }
}
