package org.taagem.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.taagem.experiment.ConfigException;
import org.taagem.experiment.DataFacts;

/**
 * What a batch is to run: every task type with every seed.
 *
 * @param keys the effective keys and values; task type and seed of each run take the place of theirs
 * @param taskTypes the task types, each once, as a record names them
 * @param seeds the seeds
 * @param folder where the folders of the runs are made
 */
record BatchPlan(Map<String, Object> keys, List<String> taskTypes, Seeds seeds, Path folder) implements BatchFolder {
    static final String TASK_TYPE = "task_type";
    static final String SEED = "seed";

    /** Consecutive seeds, from the first on. */
    record Seeds(long first, int count) {
        Seeds {
            if (first > Long.MAX_VALUE - count) {
                throw new ConfigException(
                        "seed is " + first + ", which leaves no room for " + count + " seeds; make it smaller");
            }
        }
    }

    /**
     * Checks the configuration of every task type, as far as that can be done without the data.
     *
     * @throws ConfigException if a key is unknown, missing or not allowed
     */
    static BatchPlan of(Map<String, Object> keys, List<String> taskTypes, Seeds seeds, Path folder) {
        BatchPlan asGiven = new BatchPlan(keys, taskTypes, seeds, folder);
        Set<String> names = new LinkedHashSet<>();
        for (String type : taskTypes) {
            TrainSettings settings = asGiven.settings(new BatchSlot(type, seeds.first()), DataFacts.USUAL);
            names.add(settings.experiment().stream().scenario().name());
        }
        return new BatchPlan(keys, List.copyOf(names), seeds, folder);
    }

    /** Returns every run: all task types with the first seed, then with the next, so that each type soon has a result. */
    List<BatchSlot> slots() {
        List<BatchSlot> slots = new ArrayList<>();
        for (int run = 0; run < seeds.count(); run++) {
            for (String type : taskTypes) {
                slots.add(new BatchSlot(type, seeds.first() + run));
            }
        }
        return slots;
    }

    /** Returns the configuration of the first run, for what is the same in all of them. */
    TrainSettings first(DataFacts data) {
        return settings(new BatchSlot(taskTypes.get(0), seeds.first()), data);
    }

    @Override
    public BatchSlot slot(Map<String, Object> config) {
        Object seed = config.get(SEED);
        return new BatchSlot(
                String.valueOf(config.get(TASK_TYPE)), seed instanceof Number number ? number.longValue() : 0);
    }

    @Override
    public TrainSettings settings(BatchSlot slot, DataFacts data) {
        Map<String, Object> ofRun = new LinkedHashMap<>(keys);
        ofRun.put(TASK_TYPE, slot.row());
        ofRun.put(SEED, slot.seed());
        return TrainSettings.read(ofRun, data);
    }

    @Override
    public String kind() {
        return "batch";
    }

    @Override
    public String remedy() {
        return "give the batch another NAME, or move that run away";
    }
}
