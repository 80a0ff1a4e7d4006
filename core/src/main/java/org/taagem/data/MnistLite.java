package org.taagem.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * A sixth of MNIST that travels in the jar: 12,000 of the real images, to start with at once and to test with.
 *
 * <p>It holds the first 1,000 training images and the first 200 test images of each digit, in the order of the original
 * files. {@code tools/make-mnist-lite} makes it.
 *
 * <p>Y. LeCun, L. Bottou, Y. Bengio, P. Haffner: Gradient-based learning applied to document recognition, 1998, <a
 * href="https://doi.org/10.1109/5.726791">doi:10.1109/5.726791</a>.
 */
public final class MnistLite {
    /** The number of digits. */
    public static final int CLASSES = 10;

    /**
     * SHA-256 of the decompressed files. They are not computed at every start, which would take a tenth of it; that a
     * file is whole is checked by gzip's own checksum.
     */
    private static final Map<String, String> SHA256 = Map.of(
            IdxFiles.TRAIN_IMAGES, "96448e792027ae8c3d693bf7f6685beb422442276734ffe24b7860a3581dcb08",
            IdxFiles.TRAIN_LABELS, "dfa6309ccbfc44ab3df730fa9d1b133e2baeb0fe7db8e4bbdcd05d3e5bd811ea",
            IdxFiles.TEST_IMAGES, "780e99a56e963f3affe4791a03545a6ddbdc0904dd880c7f3c50753282177303",
            IdxFiles.TEST_LABELS, "b547e409b08f1d55c77b7f0964dfb27202f97c41c014d9427a3acecfcf6a7129");

    private MnistLite() {}

    /**
     * Loads the images from the jar.
     *
     * @return 10,000 training and 2,000 test images of 28x28 pixels; ids are indices in the shortened files
     * @throws UncheckedIOException if the jar is damaged
     */
    public static TrainTest load() {
        try {
            return files().read("mnist", CLASSES, "built in: the first 1,000 + 200 images of each digit of MNIST");
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in MNIST images cannot be read: build or fetch taagem again", e);
        }
    }

    static IdxFiles files() {
        return IdxFiles.of(name -> DataFile.ofResource(
                MnistLite.class, "/org/taagem/data/mnist/" + name + ".gz", Objects.requireNonNull(SHA256.get(name))));
    }
}
