package org.taagem.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a folder holds of a data set, in any of the layouts that are about ({@link DataFormat#paths}), plain or with
 * {@code .gz}. The first that is there counts.
 */
final class DatasetFolder {
    private final Path folder;
    private final Optional<FoundFiles> complete;
    private final List<String> missing;

    DatasetFolder(Path folder, KnownDataset dataset) {
        this.folder = folder;
        List<FoundFiles> found = dataset.formats().stream().map(this::look).toList();
        complete = found.stream().filter(each -> missing(each).isEmpty()).findFirst();
        missing = found.stream()
                .map(DatasetFolder::missing)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private FoundFiles look(DataFormat format) {
        Map<String, Path> paths = new HashMap<>();
        for (String name : format.fileNames()) {
            format.paths(name)
                    .flatMap(path -> Stream.of(path, path + ".gz"))
                    .map(folder::resolve)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresent(path -> paths.put(name, path));
        }
        return new FoundFiles(folder, "folder " + folder, format, paths);
    }

    private static List<String> missing(FoundFiles found) {
        return found.format().fileNames().stream()
                .filter(name -> !found.paths().containsKey(name))
                .toList();
    }

    /** Returns the files, if all are here. */
    Optional<FoundFiles> files() {
        return complete;
    }

    /** Says why the data set is not here, as half a sentence. */
    String whyIncomplete() {
        if (!Files.isDirectory(folder)) {
            return folder + (Files.exists(folder) ? " is not a folder" : " does not exist");
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            return folder + " may not be read: permission denied";
        }
        return folder + " lacks " + String.join(", ", missing);
    }
}
