package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.taagem.data.DataFile;
import org.taagem.data.TrainTest;

/**
 * All files of a data set, found in a folder.
 *
 * @param folder where
 * @param place the folder in words for the user, with who named it
 * @param format what the files are
 * @param paths the path of each file by its published name
 */
public record FoundFiles(Path folder, String place, DataFormat format, Map<String, Path> paths) {
    public FoundFiles {
        paths = Map.copyOf(paths);
    }

    FoundFiles in(String otherPlace) {
        return new FoundFiles(folder, otherPlace, format, paths);
    }

    /**
     * Reads them.
     *
     * @param dataset what they are the files of
     * @return the data
     * @throws org.taagem.data.DataFileException if a file is damaged
     * @throws IOException if reading fails
     */
    public TrainTest read(KnownDataset dataset) throws IOException {
        Map<String, DataFile> files = paths.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> DataFile.of(entry.getValue()),
                        (first, second) -> first,
                        LinkedHashMap::new));
        return format.read(dataset, files, place);
    }
}
