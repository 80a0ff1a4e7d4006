package org.taagem.datasets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a data set that are still to be found in an archive, by the names that they may have there. */
final class WantedFiles {
    private final String folder;
    private final Map<String, KnownFile> byEntry = new HashMap<>();

    /** Wants all files of a data set, in a folder of an archive, with a slash at its end, or at its root, which is "". */
    WantedFiles(KnownDataset dataset, String folder) {
        this.folder = folder;
        DataFormat format = dataset.formats().get(0);
        for (KnownFile file : dataset.files()) {
            format.paths(file.name()).forEach(path -> byEntry.put(folder + path, file));
        }
    }

    /** Returns the file that an entry of an archive is, if that is still wanted. */
    Optional<KnownFile> match(String entry) {
        return Optional.ofNullable(byEntry.get(entry.replaceFirst("^\\./", "").replaceFirst("\\.gz$", "")));
    }

    void taken(KnownFile file) {
        byEntry.values().removeIf(file::equals);
    }

    boolean done() {
        return byEntry.isEmpty();
    }

    /** Returns the usual names of what has not been found. */
    List<String> missing() {
        return byEntry.values().stream()
                .map(file -> folder + file.name())
                .distinct()
                .sorted()
                .toList();
    }
}
