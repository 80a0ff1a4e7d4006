package org.taagem.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.taagem.experiment.ConfigException;
import org.taagem.experiment.DataFacts;

/**
 * Runs of a bench that differ in their seeds only: one learner on one stream.
 *
 * @param stream name of the stream
 * @param learner name of the learner, with that of the memory if there are several
 * @param value the value of what is varied, if anything
 * @param keys the keys and values of its runs, but for the seed
 * @param folder where the folders of its runs are made
 */
record BenchCell(String stream, String learner, Optional<BenchVary.Value> value, Map<String, Object> keys, Path folder)
        implements BatchFolder {
    /** Returns what it is called in messages. */
    String name() {
        return learner + " on " + stream
                + value.map(each -> " at " + each.text()).orElse("");
    }

    /**
     * Returns the configuration of its runs, whatever the seed.
     *
     * @throws ConfigException if a key is unknown, missing or not allowed; it names the cell
     */
    TrainSettings settings(DataFacts data) {
        try {
            return TrainSettings.read(keys, data);
        } catch (ConfigException e) {
            throw new ConfigException(name() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public BatchSlot slot(Map<String, Object> config) {
        return slot(config.get(BatchPlan.SEED) instanceof Number seed ? seed.longValue() : 0);
    }

    BatchSlot slot(long seed) {
        return new BatchSlot(name(), seed);
    }

    @Override
    public TrainSettings settings(BatchSlot slot, DataFacts data) {
        Map<String, Object> ofRun = new LinkedHashMap<>(keys);
        ofRun.put(BatchPlan.SEED, slot.seed());
        return TrainSettings.read(ofRun, data);
    }

    @Override
    public String kind() {
        return "bench";
    }

    @Override
    public String remedy() {
        return "give the bench another --output_dir, or move that run away";
    }
}
