package org.taagem.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.taagem.data.DataFile;
import org.taagem.data.IdxFiles;

/**
 * What a folder holds of a data set, in any of the layouts that are about.
 *
 * <p>A file may lie in the folder itself or in {@code raw} (as torchvision keeps it), under its published name or with
 * a dot for the second-last hyphen ({@code train-images.idx3-ubyte}), alone or in a folder of its own name (both as
 * Kaggle ships it), plain or with {@code .gz}. The first that is there counts.
 */
final class DatasetFolder {
    private final Path folder;
    private final KnownDataset dataset;
    private final Map<String, Path> found = new LinkedHashMap<>();

    DatasetFolder(Path folder, KnownDataset dataset) {
        this.folder = folder;
        this.dataset = dataset;
        for (KnownFile file : dataset.files()) {
            candidates(file.name())
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresent(path -> found.put(file.name(), path));
        }
    }

    private Stream<Path> candidates(String name) {
        return Stream.of(folder, folder.resolve("raw")).flatMap(place -> Stream.of(name, dotted(name))
                .flatMap(spelling -> Stream.of(place, place.resolve(spelling))
                        .flatMap(parent -> Stream.of(parent.resolve(spelling), parent.resolve(spelling + ".gz")))));
    }

    private static String dotted(String name) {
        return name.replace("-idx", ".idx");
    }

    /** Returns where a file lies; only if the folder is complete. */
    Path path(KnownFile file) {
        return Objects.requireNonNull(found.get(file.name()));
    }

    boolean complete() {
        return found.size() == dataset.files().size();
    }

    /** Says why the data set is not here, as half a sentence. */
    String whyIncomplete() {
        if (!Files.isDirectory(folder)) {
            return folder + (Files.exists(folder) ? " is not a folder" : " does not exist");
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            return folder + " may not be read: permission denied";
        }
        List<String> missing = dataset.files().stream()
                .map(KnownFile::name)
                .filter(name -> !found.containsKey(name))
                .toList();
        return folder + " lacks " + String.join(", ", missing);
    }

    Optional<IdxFiles> files() {
        if (!complete()) {
            return Optional.empty();
        }
        return Optional.of(IdxFiles.of(name -> DataFile.of(Objects.requireNonNull(found.get(name)))));
    }
}
