package org.taagem.datasets;

import java.util.List;
import java.util.Locale;

/**
 * A data set that can be asked for by its name: how to recognise it, and where it can be had.
 *
 * @param name the name in a configuration, such as {@code mnist}
 * @param facts what there is to say of it
 * @param formats the forms that it may have in a user's folder; the first is the one that is fetched and cached
 * @param files the published files of the first format
 * @param folders the names its folder may have inside the user's data folder; the first is the one to suggest
 * @param sources where it can be fetched from, the best first
 */
public record KnownDataset(
        String name,
        DatasetFacts facts,
        List<DataFormat> formats,
        List<KnownFile> files,
        List<String> folders,
        List<DataSource> sources) {
    public KnownDataset {
        formats = List.copyOf(formats);
        files = List.copyOf(files);
        folders = List.copyOf(folders);
        sources = List.copyOf(sources);
        if (formats.isEmpty() || folders.isEmpty()) {
            throw new IllegalArgumentException("data set " + name + " has " + formats.size() + " formats and "
                    + folders.size() + " folder names; expected at least one of each");
        }
        List<String> names = files.stream().map(KnownFile::name).toList();
        if (!names.equals(formats.get(0).fileNames())) {
            throw new IllegalArgumentException("data set " + name + " has the files " + names + "; expected "
                    + formats.get(0).fileNames());
        }
        boolean allKnown = files.stream().allMatch(file -> file.sha256().isPresent());
        for (DataSource source : sources) {
            if (!allKnown && source.checksums().isEmpty()) {
                throw new IllegalArgumentException(
                        "data set " + name + " cannot be verified when it comes from " + source.name());
            }
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
