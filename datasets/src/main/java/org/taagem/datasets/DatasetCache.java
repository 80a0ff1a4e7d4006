package org.taagem.datasets;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.taagem.data.DataFileException;

/**
 * The folder that fetched files of one data set are kept in. Nothing but verified files ever gets there.
 *
 * <p>Each fetch works in a folder of its own beside it and moves finished files in, one by one and atomically. Several
 * processes may do so at once: their files are equal, so it does not matter whose stay.
 */
final class DatasetCache {
    private final KnownDataset dataset;
    private final Path folder;
    private final String source;
    private final Checksums checksums;

    DatasetCache(KnownDataset dataset, Environment environment) {
        this.dataset = dataset;
        folder = environment.cacheFolder().resolve("datasets").resolve(dataset.name());
        source = "cache folder " + environment.shown(folder);
        checksums = new Checksums(folder);
    }

    Path folder() {
        return folder;
    }

    /** Returns the files, verified, if all of them are here. */
    Optional<FoundFiles> files() throws IOException {
        Optional<FoundFiles> found = unverified();
        if (found.isPresent()) {
            Map<String, String> sums = sums();
            for (KnownFile file : dataset.files()) {
                Optional<String> fault =
                        Verification.fault(path(file), file.bytes(), Optional.ofNullable(sums.get(file.name())));
                if (fault.isPresent()) {
                    throw new DataFileException(
                            path(file).toString(),
                            fault.get(),
                            "Delete the folder " + folder + " to have it fetched anew");
                }
            }
        }
        return found;
    }

    /** Returns the files, if all of them are here. */
    Optional<FoundFiles> unverified() throws IOException {
        Map<String, Path> paths = new HashMap<>();
        Map<String, String> sums = sums();
        for (KnownFile file : dataset.files()) {
            if (Files.isRegularFile(path(file)) && sums.containsKey(file.name())) {
                paths.put(file.name(), path(file));
            }
        }
        return paths.size() < dataset.files().size()
                ? Optional.empty()
                : Optional.of(new FoundFiles(folder, source, dataset.formats().get(0), paths));
    }

    /** Returns the checksum of every file: as it was published, or else as it was when the file was taken in. */
    Map<String, String> sums() throws IOException {
        Map<String, String> sums = new HashMap<>();
        if (!dataset.files().stream().allMatch(file -> file.sha256().isPresent())) {
            sums.putAll(checksums.read());
        }
        dataset.files().forEach(file -> file.sha256().ifPresent(sum -> sums.put(file.name(), sum)));
        return sums;
    }

    private Path path(KnownFile file) {
        return folder.resolve(file.name());
    }

    /** Fetches the files from a source, and takes them in if they are what they should be. */
    void fill(DataSource source, Environment environment) throws IOException, InterruptedException {
        try (StagingFolder staging = makeStaging()) {
            source.fetch(dataset, staging.path(), environment);
            Map<String, String> sums = new HashMap<>();
            for (KnownFile file : dataset.files()) {
                Path staged = staging.path().resolve(file.name());
                verify(staged, file);
                sums.put(file.name(), file.sha256().isPresent() ? file.sha256().get() : Verification.sha256(staged));
            }
            Files.createDirectories(folder);
            for (KnownFile file : dataset.files()) {
                install(staging.path().resolve(file.name()), path(file), sums.getOrDefault(file.name(), ""));
            }
            if (!sums().equals(sums)) {
                checksums.write(sums, staging.path());
            }
        }
    }

    private StagingFolder makeStaging() throws IOException {
        try {
            Files.createDirectories(folder.resolveSibling(""));
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
        Optional<String> fault = Verification.fault(staged, file.bytes(), file.sha256());
        if (fault.isPresent()) {
            throw new SourceUnavailableException("its " + file.name() + " " + fault.get());
        }
    }

    private static void install(Path staged, Path target, String sha256) throws IOException {
        // Another process may have been faster. Its file is the same, and Windows would not replace one that is open.
        if (Files.exists(target)
                && Verification.fault(target, Files.size(staged), Optional.of(sha256))
                        .isEmpty()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
