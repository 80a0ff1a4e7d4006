package org.taagem.data;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The four IDX files that MNIST, and every data set made in its likeness, consists of.
 *
 * @param trainImages images to train on
 * @param trainLabels their labels
 * @param testImages images to test with
 * @param testLabels their labels
 */
public record IdxFiles(DataFile trainImages, DataFile trainLabels, DataFile testImages, DataFile testLabels) {
    /** The published name of the training images. */
    public static final String TRAIN_IMAGES = "train-images-idx3-ubyte";

    /** The published name of the training labels. */
    public static final String TRAIN_LABELS = "train-labels-idx1-ubyte";

    /** The published name of the test images. */
    public static final String TEST_IMAGES = "t10k-images-idx3-ubyte";

    /** The published name of the test labels. */
    public static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    /** The published names of all four, in the order of the record. */
    public static final List<String> NAMES = List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);

    /**
     * Looks each of the four up by its published name.
     *
     * @param byName gives the file of a name of {@link #NAMES}
     * @return the four files
     */
    public static IdxFiles of(Function<String, DataFile> byName) {
        return new IdxFiles(
                byName.apply(TRAIN_IMAGES),
                byName.apply(TRAIN_LABELS),
                byName.apply(TEST_IMAGES),
                byName.apply(TEST_LABELS));
    }

    /**
     * Reads all four.
     *
     * @param name the data set's name as in a configuration
     * @param classes number of classes, 1..256
     * @param source where the files were found, in words for the user
     * @return the data, with the checksum of each decompressed file under its published name
     * @throws DataFileException if a file cannot be opened, is damaged, or does not fit the others
     * @throws IOException if reading fails
     */
    public TrainTest read(String name, int classes, String source) throws IOException {
        IdxPart train = IdxReader.read(trainImages, trainLabels, classes);
        IdxPart test = IdxReader.read(testImages, testLabels, classes);
        checkShapes(train.dataset(), test.dataset());
        Map<String, String> sha256 = Map.of(
                TRAIN_IMAGES, train.imagesSha256(),
                TRAIN_LABELS, train.labelsSha256(),
                TEST_IMAGES, test.imagesSha256(),
                TEST_LABELS, test.labelsSha256());
        return new TrainTest(name, train.dataset(), test.dataset(), source, sha256, List.of(), Optional.empty());
    }

    private void checkShapes(Dataset train, Dataset test) throws DataFileException {
        if (!train.shape().equals(test.shape())) {
            throw new DataFileException(
                    testImages.name(),
                    "has images of " + test.shape().orElseThrow() + " pixels; expected "
                            + train.shape().orElseThrow() + " as in " + trainImages.name(),
                    "Check that both files are of the same data set");
        }
    }
}
