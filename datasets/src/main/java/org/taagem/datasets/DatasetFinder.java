package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.taagem.data.DataFileException;
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
        this.cache = new DatasetCache(dataset, environment);
    }

    /**
     * Makes the finder of one data set.
     *
     * @param name one of {@link #names()}
     * @param environment the machine
     * @return the finder; nothing has been looked for yet
     * @throws IllegalArgumentException if no data set has that name
     */
    public static DatasetFinder of(String name, Environment environment) {
        return new DatasetFinder(KnownDatasets.named(name), environment);
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
        return of(name, environment).find(dataDir);
    }

    /**
     * Returns what this finds.
     *
     * @return the data set
     */
    public KnownDataset dataset() {
        return dataset;
    }

    TrainTest find(Optional<Path> dataDir) throws IOException, InterruptedException {
        Optional<FoundFiles> named = named(dataDir);
        FoundFiles found = named.isPresent() ? named.get() : fetch();
        return found.read(dataset);
    }

    /**
     * Returns where the data set is now. Nothing is fetched, and nothing is verified.
     *
     * @param dataDir the user's data folder
     * @return its files, or nothing if it would have to be fetched
     * @throws DatasetNotFoundException if the data is not where the user says it is
     * @throws IOException if reading fails
     */
    public Optional<FoundFiles> locate(Optional<Path> dataDir) throws IOException {
        Optional<FoundFiles> named = named(dataDir);
        return named.isPresent() ? named : cache.unverified();
    }

    /** Returns the files in the place that the user has named, if there is one. */
    private Optional<FoundFiles> named(Optional<Path> dataDir) throws IOException {
        if (dataDir.isPresent()) {
            return Optional.of(inDataDir(dataDir.get()));
        }
        Optional<String> location = environment.variable(dataset.variable());
        return location.isPresent() ? Optional.of(inLocation(Path.of(location.get()))) : Optional.empty();
    }

    /**
     * Takes the data set from the cache, or fetches it into the cache if it is not there.
     *
     * @return its files, verified
     * @throws DatasetNotFoundException if no source can deliver it
     * @throws DataFileException if a file in the cache is damaged
     * @throws IOException if reading or writing fails
     * @throws InterruptedException if the thread is interrupted while the data is fetched
     */
    public FoundFiles fetch() throws IOException, InterruptedException {
        Optional<FoundFiles> cached = cache.files();
        return cached.isPresent() ? cached.get() : fetched();
    }

    /**
     * Compares files with the published ones.
     *
     * @param found the files
     * @return what is the matter with each, in the order of the published files
     * @throws IOException if reading fails
     */
    public List<FileCheck> verify(FoundFiles found) throws IOException {
        return new DatasetVerifier(dataset, cache.sums()).verify(found);
    }

    private FoundFiles inDataDir(Path dataDir) throws DatasetNotFoundException {
        List<String> misses = new ArrayList<>();
        for (String name : dataset.folders()) {
            DatasetFolder folder = new DatasetFolder(dataDir.resolve(name), dataset);
            Optional<FoundFiles> files = folder.files();
            if (files.isPresent()) {
                return files.get().in("folder " + dataDir.resolve(name) + " (--data_dir)");
            }
            misses.add(folder.whyIncomplete());
        }
        throw new DatasetNotFoundException("data set " + dataset.name() + " is not in " + dataDir
                + ", the folder given with --data_dir: " + String.join("; ", misses) + ". Put "
                + dataset.fileNames() + " (plain or .gz) into " + dataDir.resolve(suggestedFolder())
                + ", or leave --data_dir out to have the data fetched.");
    }

    private FoundFiles inLocation(Path location) throws DatasetNotFoundException {
        DatasetFolder folder = new DatasetFolder(location, dataset);
        Optional<FoundFiles> files = folder.files();
        if (files.isPresent()) {
            return files.get().in("folder " + location + " (" + dataset.variable() + ")");
        }
        throw new DatasetNotFoundException("data set " + dataset.name() + " is not where the environment variable "
                + dataset.variable() + " says: " + folder.whyIncomplete() + ". Set it to the folder that holds "
                + dataset.fileNames() + " (plain or .gz), or unset it to have the data fetched.");
    }

    private FoundFiles fetched() throws IOException, InterruptedException {
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
                return cache.files()
                        .orElseThrow(this::removedMeanwhile)
                        .in(source.name() + ", now in " + cache.folder());
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
}
