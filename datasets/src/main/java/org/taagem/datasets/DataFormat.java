package org.taagem.datasets;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.taagem.data.DataFile;
import org.taagem.data.TrainTest;

/** One form in which a data set is published: which files it consists of, and how they are read. */
public interface DataFormat {
    /**
     * Returns the published names of the files.
     *
     * @return the names, without {@code .gz}
     */
    List<String> fileNames();

    /**
     * Returns the folders that programs and archives put the files into.
     *
     * @return names of folders inside that of the data set, which itself need not be named
     */
    List<String> subfolders();

    /**
     * Returns what a file is also called.
     *
     * @param name a published name
     * @return the spellings, the published one first
     */
    default List<String> spellings(String name) {
        return List.of(name);
    }

    /**
     * Reads the data set.
     *
     * @param dataset what is read
     * @param files the file of each published name
     * @param source where they were found, in words for the user
     * @return the data, with the checksum of each file
     * @throws org.taagem.data.DataFileException if a file is damaged
     * @throws IOException if reading fails
     */
    TrainTest read(KnownDataset dataset, Map<String, DataFile> files, String source) throws IOException;

    /**
     * Returns where a file may lie in the folder of its data set: in the folder itself or in one of its subfolders,
     * alone or in a folder of its own name.
     *
     * @param name a published name
     * @return paths with {@code /}, the usual one first; each may also end in {@code .gz}
     */
    default Stream<String> paths(String name) {
        return Stream.concat(Stream.of(""), subfolders().stream().map(folder -> folder + "/"))
                .flatMap(place -> spellings(name).stream()
                        .flatMap(spelling -> Stream.of(place + spelling, place + spelling + "/" + spelling)));
    }
}
