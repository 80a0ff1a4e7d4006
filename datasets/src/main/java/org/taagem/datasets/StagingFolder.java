package org.taagem.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder to work in until it is closed, or the program is stopped; then it is deleted, with all that is in it. */
final class StagingFolder implements AutoCloseable {
    private static final int MOST_TRIES = 20;
    private static final int PAUSE_MILLIS = 50;

    private final Path path;
    private final Thread hook;

    /**
     * Takes care of a folder.
     *
     * @param path where it is
     */
    StagingFolder(Path path) {
        this.path = path;
        hook = new Thread(this::abandon, "staging-folder");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Makes a hidden folder on the same file system as another one, so that files can be moved there atomically. */
    static StagingFolder beside(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().resolveSibling("");
        return new StagingFolder(Files.createTempDirectory(parent, "." + folder.getFileName() + "-"));
    }

    Path path() {
        return path;
    }

    /** Deletes it while somebody may still be writing there, who does not know yet that the program ends. */
    private void abandon() {
        for (int tries = 0; tries < MOST_TRIES && Files.exists(path); tries++) {
            try {
                delete();
            } catch (IOException | UncheckedIOException e) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void delete() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the program ends, and the hook deletes
        }
        delete();
    }
}
