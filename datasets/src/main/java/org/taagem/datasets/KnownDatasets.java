package org.taagem.datasets;

import java.util.List;

import org.taagem.data.Spelling;

/** The table of all data sets that can be asked for by name. */
final class KnownDatasets {
    private static final List<KnownDataset> ALL = List.of(
            DigitDatasets.MNIST,
            FashionMnist.DATASET,
            DigitDatasets.KMNIST,
            DigitDatasets.EMNIST_DIGITS,
            Cifar10.DATASET);

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
