package org.taagem.datasets.images;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

import org.taagem.data.CellException;
import org.taagem.data.DataFileException;

/** Reads images of PNG and JPEG files. What a file claims is looked at before anything is allocated for it. */
final class ImageFile {
    private static final int MOST_PIXELS = 1 << 24;
    private static final String REMEDY = "Replace it, or take it out of the folder";

    private ImageFile() {}

    /**
     * Reads an image.
     *
     * @throws DataFileException if it is damaged, of another format, or has more than 2^24 pixels
     */
    static BufferedImage read(Path file) throws IOException {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                String format = reader.getFormatName().toLowerCase(Locale.ROOT);
                if (format.equals("png") || format.equals("jpeg")) {
                    return read(file, reader, in);
                }
            }
            throw new DataFileException(file.toString(), "does not begin as PNG and JPEG files do", REMEDY);
        }
    }

    private static BufferedImage read(Path file, ImageReader reader, ImageInputStream in) throws IOException {
        try {
            // without its texts and profiles, which can be compressed beyond all bounds
            reader.setInput(in, /* seekForwardOnly= */ true, /* ignoreMetadata= */ true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new DataFileException(
                        file.toString(),
                        "claims " + reader.getWidth(0) + "x" + reader.getHeight(0) + " pixels; expected at most "
                                + MOST_PIXELS + " in all",
                        REMEDY);
            }
            return reader.read(0);
        } catch (DataFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Java's decoders meet damage with any unchecked exception, from a wrong index to an illegal argument
            throw new DataFileException(
                    file.toString(),
                    "is damaged (" + CellException.shown(String.valueOf(e.getMessage())) + ")",
                    REMEDY,
                    e);
        } finally {
            reader.dispose();
        }
    }

    /**
     * Returns the colours of an image, 0..255; transparency is left out of account.
     *
     * @param channels 1 for the luma of ITU-R BT.601, 3 for red, green and blue
     * @return {@code [channels][height][width]}
     */
    static float[] channels(BufferedImage image, int channels) {
        int width = image.getWidth();
        int pixels = width * image.getHeight();
        float[] values = new float[channels * pixels];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            readRow(image, y, row);
            for (int x = 0; x < width; x++) {
                int red = row[x] >> 16 & 0xFF;
                int green = row[x] >> 8 & 0xFF;
                int blue = row[x] & 0xFF;
                int at = y * width + x;
                if (channels == 1) {
                    values[at] = red == green && green == blue ? red : (299 * red + 587 * green + 114 * blue) / 1000f;
                } else {
                    values[at] = red;
                    values[pixels + at] = green;
                    values[2 * pixels + at] = blue;
                }
            }
        }
        return values;
    }

    /** Reads a row as {@code 0xRRGGBB}. Java takes grey for linear light and would change its values on the way to RGB. */
    private static void readRow(BufferedImage image, int y, int[] row) {
        ColorModel model = image.getColorModel();
        if (model.getNumColorComponents() != 1 || model instanceof IndexColorModel) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            return;
        }
        Raster raster = image.getRaster();
        raster.getSamples(0, y, row.length, 1, 0, row);
        int shift = Math.max(0, model.getComponentSize(0) - 8);
        for (int x = 0; x < row.length; x++) {
            row[x] = (row[x] >> shift) * 0x010101;
        }
    }
}
