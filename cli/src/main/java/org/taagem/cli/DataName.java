package org.taagem.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.taagem.datasets.DatasetFinder;
import org.taagem.experiment.ConfigException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The data set that a command is about. */
final class DataName {
    @Parameters(paramLabel = "NAME", description = "the data set; 'taagem data list' names all")
    private String name = "";

    /** A user's folder, for commands that look into one. */
    static final class Folder {
        @Option(
                names = "--data_dir",
                paramLabel = "DIR",
                description = "where to look for the data set, in a sub-folder named after it, such as MNIST (default:"
                        + " DATASET_LOCATION_<NAME>, then the cache)")
        private Optional<String> dataDir = Optional.empty();

        Optional<Path> path() {
            return dataDir.map(text -> PathText.parse("data_dir", text));
        }
    }

    /** Returns the finder of the data set, with progress shown on the terminal. */
    DatasetFinder finder() {
        try {
            return DatasetFinder.of(name, Terminal.of(System.getProperties()).environment());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }
}
