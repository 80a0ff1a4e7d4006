package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.taagem.data.DatasetLoader;
import org.taagem.data.DatasetLoaders;
import org.taagem.data.DatasetRequest;
import org.taagem.data.DatasetRequestException;
import org.taagem.data.DatasetSequence;
import org.taagem.data.MnistLite;
import org.taagem.data.TrainTest;
import org.taagem.datasets.DatasetFinder;
import org.taagem.datasets.Environment;
import org.taagem.experiment.ConfigException;
import org.taagem.random.Seeds;

/** Loads the data that a configuration names: what comes with taagem, what it can find or fetch, or what a loader reads. */
final class DataLoading {
    private DataLoading() {}

    /**
     * Loads the data.
     *
     * @throws ConfigException if the data does not allow what the keys ask for
     * @throws IOException if it is not to be had, or damaged
     */
    static TrainTest load(DataKeys keys, Seeds seeds, Environment environment)
            throws IOException, InterruptedException {
        if (keys.lite()) {
            return lite(keys);
        }
        List<DataKeys> parts = keys.parts();
        checkHeeded(keys, parts);
        if (parts.size() == 1) {
            return loadOne(parts.get(0), seeds, environment);
        }
        refuse("test_data", keys.settings().test().data(), keys);
        List<TrainTest> loaded = new ArrayList<>();
        for (DataKeys part : parts) {
            loaded.add(loadOne(part, seeds, environment));
        }
        try {
            return DatasetSequence.of(loaded);
        } catch (DatasetRequestException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    private static TrainTest loadOne(DataKeys keys, Seeds seeds, Environment environment)
            throws IOException, InterruptedException {
        Optional<DatasetLoader> loader = DatasetLoaders.named(DatasetRequest.loaderOf(keys.dataset()));
        if (loader.isEmpty()) {
            return DatasetFinder.find(keys.dataset(), keys.dataDir(), environment);
        }
        refuse("data_dir", keys.dataDir(), keys);
        try {
            return loader.get().load(DatasetRequest.of(keys.dataset(), keys.settings(), seeds));
        } catch (DatasetRequestException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    private static void refuse(String key, Optional<Path> path, DataKeys keys) {
        path.ifPresent(given -> {
            throw unused(key, given, keys);
        });
    }

    private static ConfigException unused(String key, Object value, DataKeys keys) {
        return new ConfigException(key + " is '" + value + "', which data set " + keys.dataset()
                + " does not use; leave out one of the two");
    }

    /** What somebody has asked for and does not get would be found out late, or never. */
    private static void checkHeeded(DataKeys keys, List<DataKeys> parts) {
        Set<String> heeded = new HashSet<>();
        for (DataKeys part : parts) {
            DatasetLoaders.named(DatasetRequest.loaderOf(part.dataset()))
                    .ifPresent(loader -> heeded.addAll(loader.keys()));
        }
        Map<String, Object> given = DataSettingKeys.given(keys.settings());
        given.forEach((key, value) -> {
            if (!heeded.contains(key)) {
                throw unused(key, value, keys);
            }
        });
        if (given.containsKey("test_data") && given.containsKey("test_share")) {
            throw new ConfigException("test_share is '" + given.get("test_share")
                    + "', but nothing is held out where test_data is given; leave out one of the two");
        }
    }

    private static TrainTest lite(DataKeys keys) {
        if (!keys.dataset().equals("mnist")) {
            throw new ConfigException("dataset_name is '" + keys.dataset()
                    + "'; expected mnist with --lite, which uses the part of MNIST that comes with taagem");
        }
        checkHeeded(keys, keys.parts());
        if (keys.dataDir().isPresent()) {
            throw new ConfigException("data_dir is '" + keys.dataDir().get()
                    + "', which --lite does not use, for its data comes with taagem; leave out one of the two");
        }
        return MnistLite.load();
    }
}
