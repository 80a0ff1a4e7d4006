package org.taagem.datasets;

import java.util.List;
import java.util.Locale;

/**
 * A data set that can be asked for by its name: how to recognise it, and where it can be had.
 *
 * @param name the name in a configuration, such as {@code mnist}
 * @param classes number of classes
 * @param files its published files: the four of {@link org.taagem.data.IdxFiles#NAMES}
 * @param folders the names its folder may have inside the user's data folder; the first is the one to suggest
 * @param sources where it can be fetched from, the best first
 */
public record KnownDataset(
        String name, int classes, List<KnownFile> files, List<String> folders, List<DataSource> sources) {
    public KnownDataset {
        files = List.copyOf(files);
        folders = List.copyOf(folders);
        sources = List.copyOf(sources);
        if (files.isEmpty() || folders.isEmpty()) {
            throw new IllegalArgumentException("data set " + name + " has " + files.size() + " files and "
                    + folders.size() + " folder names; expected at least one of each");
        }
    }

    /**
     * Returns the environment variable that may say where the data set lies.
     *
     * @return such as {@code DATASET_LOCATION_MNIST}
     */
    public String variable() {
        return "DATASET_LOCATION_" + name.toUpperCase(Locale.ROOT);
    }

    /**
     * Returns the names of all files in words.
     *
     * @return the names, with commas between
     */
    String fileNames() {
        return String.join(", ", files.stream().map(KnownFile::name).toList());
    }
}
