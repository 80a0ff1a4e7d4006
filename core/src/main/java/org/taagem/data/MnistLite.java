package org.taagem.data;

import java.io.IOException;
import java.io.UncheckedIOException;

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

    private static IdxFiles files() {
        return IdxFiles.of(name -> DataFile.ofResource(MnistLite.class, "/org/taagem/data/mnist/" + name + ".gz"));
    }
}
