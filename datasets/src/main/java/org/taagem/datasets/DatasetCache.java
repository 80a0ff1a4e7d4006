package org.taagem.datasets;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.taagem.data.DataFile;
import org.taagem.data.DataFileException;
import org.taagem.data.IdxFiles;

/**
 * The folder that fetched files of one data set are kept in. Nothing but verified files ever gets there.
 *
 * <p>Each fetch works in a folder of its own beside it and moves finished files in, one by one and atomically. Several
 * processes may do so at once: their files are equal, so it does not matter whose stay.
 */
final class DatasetCache {
    private final KnownDataset dataset;
    private final Path folder;

    DatasetCache(KnownDataset dataset, Path cacheFolder) {
        this.dataset = dataset;
        this.folder = cacheFolder.resolve("datasets").resolve(dataset.name());
    }

    Path folder() {
        return folder;
    }

    /** Returns the files, verified, if all of them are here. */
    Optional<IdxFiles> files() throws IOException {
        if (!dataset.files().stream().allMatch(file -> Files.isRegularFile(path(file)))) {
            return Optional.empty();
        }
        for (KnownFile file : dataset.files()) {
            Optional<String> fault = Verification.fault(path(file), file);
            if (fault.isPresent()) {
                throw new DataFileException(
                        path(file).toString(), fault.get(), "Delete the folder " + folder + " to have it fetched anew");
            }
        }
        return Optional.of(IdxFiles.of(name -> DataFile.of(folder.resolve(name))));
    }

    private Path path(KnownFile file) {
        return folder.resolve(file.name());
    }

    /** Fetches the files from a source, and takes them in if they are what they should be. */
    void fill(DataSource source, Environment environment) throws IOException, InterruptedException {
        try (StagingFolder staging = makeStaging()) {
            source.fetch(dataset, staging.path(), environment);
            for (KnownFile file : dataset.files()) {
                verify(staging.path().resolve(file.name()), file);
            }
            for (KnownFile file : dataset.files()) {
                install(staging.path().resolve(file.name()), path(file));
            }
        }
    }

    private StagingFolder makeStaging() throws IOException {
        try {
            Files.createDirectories(folder);
            return StagingFolder.beside(folder);
        } catch (FileSystemException e) {
            throw new DataFileException(
                    folder.toString(),
                    "cannot be made or written to (" + e + ")",
                    "Set TAAGEM_HOME to a folder that can",
                    e);
        }
    }

    private static void verify(Path staged, KnownFile file) throws IOException {
        Optional<String> fault = Verification.fault(staged, file);
        if (fault.isPresent()) {
            throw new SourceUnavailableException("its " + file.name() + " " + fault.get());
        }
    }

    private static void install(Path staged, Path target) throws IOException {
        // Another process may have been faster. Its file is the same, and Windows would not replace one that is open.
        if (Files.exists(target)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
