package org.taagem.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads labelled images from a pair of IDX files, the format of MNIST and of the data sets made in its likeness.
 *
 * <p>Both files may be plain or compressed with gzip. A file that holds less than its header declares, or more, is an
 * error, and so is a label that is no class.
 */
public final class IdxReader {
    private static final int MAX_CLASSES = 256;
    private static final int MAX_IMAGES = 1 << 28;
    private static final int MAX_PIXELS = 1 << 24;

    private IdxReader() {}

    /**
     * Reads the images and labels of two files on disk.
     *
     * @param images unsigned bytes {@code [count][height][width]}
     * @param labels unsigned bytes {@code [count]}
     * @param classes number of classes, 1..256
     * @return the samples in the order of the files, each with its index there as id, pixels scaled to 0..1
     * @throws DataFileException if a file cannot be opened, is damaged, or does not fit the other
     * @throws IOException if reading fails
     */
    public static Dataset read(Path images, Path labels, int classes) throws IOException {
        return read(DataFile.of(images), DataFile.of(labels), classes).dataset();
    }

    /** Reads two files, and notes their checksums. */
    static IdxPart read(DataFile images, DataFile labels, int classes) throws IOException {
        if (classes < 1 || classes > MAX_CLASSES) {
            throw new IllegalArgumentException("classes is " + classes + "; expected 1.." + MAX_CLASSES);
        }
        try (IdxStream labelStream = new IdxStream(labels);
                IdxStream imageStream = new IdxStream(images)) {
            byte[] classOf = readLabels(labelStream, classes);
            Dataset dataset = readImages(imageStream, new Labels(labels.name(), classOf, classes));
            return new IdxPart(dataset, imageStream.sha256(), labelStream.sha256());
        }
    }

    private static byte[] readLabels(IdxStream in, int classes) throws IOException {
        long count = in.readHeader(1, "labels")[0];
        if (count > MAX_IMAGES) {
            throw in.bad("declares " + count + " labels; expected at most " + MAX_IMAGES);
        }
        byte[] labels = in.read((int) count);
        in.expectEnd(count, count + " labels");
        for (int i = 0; i < labels.length; i++) {
            if (Byte.toUnsignedInt(labels[i]) >= classes) {
                throw in.bad("label " + i + " is " + Byte.toUnsignedInt(labels[i]) + "; expected 0.." + (classes - 1));
            }
        }
        return labels;
    }

    private static Dataset readImages(IdxStream in, Labels labels) throws IOException {
        long[] sizes = in.readHeader(3, "images");
        if (sizes[0] != labels.of.length) {
            throw in.bad("declares " + sizes[0] + " images; expected " + labels.of.length + ", as many as there are "
                    + "labels in " + labels.file);
        }
        // Each size is below 2^32, so only their product can overflow.
        if (sizes[1] > MAX_PIXELS || sizes[2] > MAX_PIXELS || sizes[1] * sizes[2] > MAX_PIXELS) {
            throw in.bad("declares images of " + sizes[1] + "x" + sizes[2] + " pixels; expected at most " + MAX_PIXELS
                    + " in all");
        }
        ImageShape shape = new ImageShape((int) sizes[1], (int) sizes[2]);
        List<Sample> samples = readSamples(in, shape.pixels(), labels.of);
        in.expectEnd(sizes[0] * shape.pixels(), sizes[0] + " images of " + shape + " pixels");
        return new Dataset(shape.pixels(), labels.classes, Optional.of(shape), samples);
    }

    /** Reads as many images as there are labels, or fewer if the file ends before. */
    private static List<Sample> readSamples(IdxStream in, int pixels, byte[] labels) throws IOException {
        List<Sample> samples = new ArrayList<>(labels.length);
        byte[] image = new byte[pixels];
        for (int i = 0; i < labels.length && in.read(image) == pixels; i++) {
            samples.add(new Sample(i, FeatureVector.ofPixels(image, 0, pixels), Byte.toUnsignedInt(labels[i])));
        }
        return samples;
    }

    /** The labels that the images of a file are paired with: of {@code [count]}, unsigned, each below classes. */
    private static final class Labels {
        private final String file;
        private final byte[] of;
        private final int classes;

        Labels(String file, byte[] of, int classes) {
            this.file = file;
            this.of = of;
            this.classes = classes;
        }
    }
}
