package org.taagem.datasets;

import java.util.List;

import org.taagem.data.ImageShape;

/**
 * Small photographs of ten kinds of things, turned grey.
 *
 * <p>A. Krizhevsky: Learning Multiple Layers of Features from Tiny Images, 2009, <a
 * href="https://www.cs.toronto.edu/~kriz/learning-features-2009-TR.pdf">technical report</a>.
 */
final class Cifar10 {
    private static final int BATCH_SIZE = 10_000;
    private static final ImageShape SHAPE = new ImageShape(32, 32);

    /** A label and three colours per image. */
    private static final long BATCH_BYTES = BATCH_SIZE * (1L + 3 * 32 * 32);

    private static final CifarFormat BINARY = new CifarFormat(CifarFormat.Version.BINARY, BATCH_SIZE);
    private static final CifarFormat PYTHON = new CifarFormat(CifarFormat.Version.PYTHON, BATCH_SIZE);

    static final KnownDataset DATASET = new KnownDataset(
            "cifar10",
            new DatasetFacts(
                    "photographs of aeroplanes, cars, birds and so on, in grey",
                    SHAPE,
                    10,
                    5 * BATCH_SIZE,
                    BATCH_SIZE,
                    "none stated; the authors ask to be cited",
                    "A. Krizhevsky: Learning Multiple Layers of Features from Tiny Images, 2009,"
                            + " https://www.cs.toronto.edu/~kriz/learning-features-2009-TR.pdf",
                    "https://www.cs.toronto.edu/~kriz/cifar.html"),
            List.of(BINARY, PYTHON),
            BINARY.fileNames().stream()
                    .map(name -> new KnownFile(name, BATCH_BYTES))
                    .toList(),
            List.of("CIFAR10", "cifar10", "CIFAR-10", "cifar-10", "cifar-10-batches-bin", "cifar-10-batches-py"),
            // The checksum is that of TensorFlow Datasets, url_checksums/cifar10.txt.
            List.of(WebArchive.at(
                    "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
                    new Pin(170_052_171, "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"))));

    private Cifar10() {}
}
