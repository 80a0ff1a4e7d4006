package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder to work in until it is closed; then it is deleted, with all that is in it.
 *
 * @param path where it is
 */
record StagingFolder(Path path) implements AutoCloseable {
    /** Makes a hidden folder on the same file system as another one, so that files can be moved there atomically. */
    static StagingFolder beside(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().resolveSibling("");
        return new StagingFolder(Files.createTempDirectory(parent, "." + folder.getFileName() + "-"));
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}
