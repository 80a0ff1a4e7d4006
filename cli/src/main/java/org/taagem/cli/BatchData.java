package org.taagem.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.taagem.data.DatasetLoaders;
import org.taagem.data.DatasetRequest;
import org.taagem.data.TrainTest;
import org.taagem.datasets.Environment;
import org.taagem.random.Seeds;

/**
 * The data of a batch. Built-in data is loaded once and shared by all runs, for nothing changes it. What a loader makes
 * may depend on the seed, such as which samples are held out; it is loaded for each seed, and shared by the runs with it.
 */
final class BatchData {
    private final DataKeys keys;
    private final Environment environment;
    private final TrainTest first;
    private final boolean drawn;
    /** By seed; those used last, for the runs of a seed go on at about the same time. */
    private final Map<Long, TrainTest> bySeed;

    private BatchData(DataKeys keys, Environment environment, TrainTest first, Map<Long, TrainTest> bySeed) {
        this.keys = keys;
        this.environment = environment;
        this.first = first;
        this.bySeed = bySeed;
        drawn = !keys.lite()
                && keys.parts().stream().anyMatch(part -> DatasetLoaders.named(DatasetRequest.loaderOf(part.dataset()))
                        .isPresent());
    }

    /**
     * Loads the data of the first seed.
     *
     * @param keys which data
     * @param seed the first seed
     * @param jobs runs at once, which may be of as many seeds
     * @param environment where data is found
     */
    static BatchData load(DataKeys keys, long seed, int jobs, Environment environment)
            throws IOException, InterruptedException {
        TrainTest first = DataLoading.load(keys, new Seeds(seed), environment);
        Map<Long, TrainTest> bySeed = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, TrainTest> eldest) {
                return size() > jobs;
            }
        };
        bySeed.put(seed, first);
        return new BatchData(keys, environment, first, bySeed);
    }

    /** Returns the data of the first seed, for what is the same with all. */
    TrainTest first() {
        return first;
    }

    /** Returns the data of a run. */
    synchronized TrainTest of(long seed) throws IOException, InterruptedException {
        if (!drawn) {
            return first;
        }
        TrainTest known = bySeed.get(seed);
        if (known == null) {
            known = DataLoading.load(keys, new Seeds(seed), environment);
            bySeed.put(seed, known);
        }
        return known;
    }
}
