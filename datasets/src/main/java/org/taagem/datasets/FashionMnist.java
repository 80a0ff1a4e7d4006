package org.taagem.datasets;

import java.util.List;

import org.taagem.data.IdxFiles;
import org.taagem.data.ImageShape;

/**
 * Pictures of clothes in the likeness of MNIST.
 *
 * <p>H. Xiao, K. Rasul, R. Vollgraf: Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms,
 * 2017, <a href="https://arxiv.org/abs/1708.07747">arXiv:1708.07747</a>.
 */
final class FashionMnist {
    private static final DebianPackage ON_DEBIAN =
            new DebianPackage("dataset-fashion-mnist", "/usr/share/datasets/fashion-mnist");

    static final KnownDataset DATASET = new KnownDataset(
            "fashion_mnist",
            new DatasetFacts(
                    "pictures of ten kinds of clothes",
                    new ImageShape(28, 28),
                    10,
                    60_000,
                    10_000,
                    "MIT",
                    "H. Xiao, K. Rasul, R. Vollgraf: Fashion-MNIST: a novel image dataset for benchmarking machine"
                            + " learning algorithms, 2017, https://arxiv.org/abs/1708.07747",
                    "https://github.com/zalandoresearch/fashion-mnist"),
            List.of(IdxFormat.MNIST),
            // The checksums are those of the files in Debian's package dataset-fashion-mnist 0.0~git20200523.55506a9-1.
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
            List.of(
                    ON_DEBIAN.installed(),
                    KaggleDataset.named("zalando-research", "fashionmnist"),
                    WebFiles.at("https://storage.googleapis.com/tensorflow/tf-keras-datasets/"),
                    WebFiles.at("https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"),
                    ON_DEBIAN));

    private FashionMnist() {}
}
