package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.taagem.data.DataFileException;
import org.taagem.data.IdxFiles;
import org.taagem.data.TrainTest;

/**
 * Finds a data set by its name.
 *
 * <p>It is looked for in one place only if the user names that place: a data folder, or else the environment variable
 * {@code DATASET_LOCATION_} with the data set's name. If neither is given it comes from the cache, and if it is not
 * there it is fetched into the cache. Files that were fetched are verified; files in a folder of the user may differ
 * from the published ones, and their checksums are noted.
 */
public final class DatasetFinder {
    private final KnownDataset dataset;
    private final Environment environment;
    private final DatasetCache cache;

    DatasetFinder(KnownDataset dataset, Environment environment) {
        this.dataset = dataset;
        this.environment = environment;
        this.cache = new DatasetCache(dataset, environment.cacheFolder());
    }

    /**
     * Returns the names that can be asked for.
     *
     * @return the names, sorted
     */
    public static List<String> names() {
        return KnownDatasets.names();
    }

    /**
     * Finds a data set and reads it.
     *
     * @param name one of {@link #names()}
     * @param dataDir the user's data folder, in which the data set has a folder of its own, such as {@code MNIST}
     * @param environment the machine
     * @return the data, with where it was found and the checksums of its files
     * @throws IllegalArgumentException if no data set has that name
     * @throws DatasetNotFoundException if the data is not where the user says it is, or nowhere at all
     * @throws DataFileException if a file is damaged
     * @throws IOException if reading or writing fails
     * @throws InterruptedException if the thread is interrupted while the data is fetched
     */
    public static TrainTest find(String name, Optional<Path> dataDir, Environment environment)
            throws IOException, InterruptedException {
        return new DatasetFinder(KnownDatasets.named(name), environment).find(dataDir);
    }

    TrainTest find(Optional<Path> dataDir) throws IOException, InterruptedException {
        if (dataDir.isPresent()) {
            return inDataDir(dataDir.get());
        }
        Optional<String> location = environment.variable(dataset.variable());
        if (location.isPresent()) {
            return inLocation(Path.of(location.get()));
        }
        Optional<IdxFiles> cached = cache.files();
        return cached.isPresent() ? read(cached.get(), "cache folder " + cache.folder()) : fetched();
    }

    private TrainTest inDataDir(Path dataDir) throws IOException {
        List<String> misses = new ArrayList<>();
        for (String name : dataset.folders()) {
            DatasetFolder folder = new DatasetFolder(dataDir.resolve(name), dataset);
            Optional<IdxFiles> files = folder.files();
            if (files.isPresent()) {
                return read(files.get(), "folder " + dataDir.resolve(name) + " (--data_dir)");
            }
            misses.add(folder.whyIncomplete());
        }
        throw new DatasetNotFoundException("data set " + dataset.name() + " is not in " + dataDir
                + ", the folder given with --data_dir: " + String.join("; ", misses) + ". Put "
                + dataset.fileNames() + " (plain or .gz) into " + dataDir.resolve(suggestedFolder())
                + ", or leave --data_dir out to have the data fetched.");
    }

    private TrainTest inLocation(Path location) throws IOException {
        DatasetFolder folder = new DatasetFolder(location, dataset);
        Optional<IdxFiles> files = folder.files();
        if (files.isPresent()) {
            return read(files.get(), "folder " + location + " (" + dataset.variable() + ")");
        }
        throw new DatasetNotFoundException("data set " + dataset.name() + " is not where the environment variable "
                + dataset.variable() + " says: " + folder.whyIncomplete() + ". Set it to the folder that holds "
                + dataset.fileNames() + " (plain or .gz), or unset it to have the data fetched.");
    }

    private TrainTest fetched() throws IOException, InterruptedException {
        List<String> tried = new ArrayList<>();
        tried.add("no --data_dir was given");
        tried.add(dataset.variable() + " is not set");
        tried.add("the cache " + cache.folder() + " does not hold it");
        int before = tried.size();
        for (DataSource source : dataset.sources()) {
            if (tried.size() > before) {
                environment.progress().note(tried.get(tried.size() - 1) + "; trying " + source.name());
            }
            Optional<String> failure = fill(source);
            if (failure.isEmpty()) {
                IdxFiles files = cache.files().orElseThrow(() -> removedMeanwhile());
                return read(files, source.name() + ", now in " + cache.folder());
            }
            tried.add(source.name() + ": " + failure.get());
        }
        throw new DatasetNotFoundException("data set " + dataset.name() + " was not found: " + String.join("; ", tried)
                + ". Put " + dataset.fileNames() + " (plain or .gz) into DIR/" + suggestedFolder()
                + " and give --data_dir DIR, or mend one of the above and run again.");
    }

    /** Returns why the source could not deliver, if it could not. */
    private Optional<String> fill(DataSource source) throws IOException, InterruptedException {
        try {
            cache.fill(source, environment);
            return Optional.empty();
        } catch (SourceUnavailableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private DatasetNotFoundException removedMeanwhile() {
        return new DatasetNotFoundException("data set " + dataset.name() + " vanished from " + cache.folder()
                + " while it was fetched. Run again.");
    }

    private String suggestedFolder() {
        return dataset.folders().get(0);
    }

    private TrainTest read(IdxFiles files, String source) throws IOException {
        return files.read(dataset.name(), dataset.classes(), source);
    }
}
