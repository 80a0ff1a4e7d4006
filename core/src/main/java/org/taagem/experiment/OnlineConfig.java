package org.taagem.experiment;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that decides how a stream from outside is learned.
 *
 * @param learner what learns
 * @param batchSize samples per training step, at least 1
 */
public record OnlineConfig(LearnerConfig learner, int batchSize) {
    public OnlineConfig {
        if (batchSize < 1) {
            throw new ConfigException("batch_size is " + batchSize + "; expected at least 1");
        }
        if (learner.strategy().knowsTasks()) {
            throw new ConfigException("strategy is " + learner.strategy().name()
                    + ", which must know of tasks; a stream from outside has none that it could be told of");
        }
        MemoryConfig memory = learner.memory();
        if (memory.samplingRate() > batchSize) {
            throw new ConfigException("sampling_rate is " + memory.samplingRate()
                    + "; expected at most batch_size, which is " + batchSize);
        }
        if (memory.fill() != MemoryFill.BATCH) {
            throw new ConfigException("memory_fill is " + ConfigReader.nameOf(memory.fill())
                    + "; expected batch, for a stream from outside has no epochs");
        }
    }

    /**
     * Reads a configuration from keys and values. Where it is {@code auto}, {@code num_pools} is the number of classes,
     * and {@code memory_size_q} such that there are about 100 clusters in all.
     *
     * @param reader the keys and values; the caller refuses unknown keys after reading its own
     * @param classes the number of classes, at least 1
     * @return the configuration
     * @throws ConfigException if a key is missing or a value is not allowed
     */
    public static OnlineConfig read(ConfigReader reader, int classes) {
        int batchSize = reader.integer("batch_size", 1);
        int pools = reader.integerOr("num_pools", 1, StreamKeys.AUTO).orElse(classes);
        int clusters = reader.integerOr("memory_size_q", 1, StreamKeys.AUTO)
                .orElse(Math.max(1, MemoryConfig.USUAL_CLUSTERS / pools));
        LearnerConfig learner = new LearnerConfig(
                Strategy.read(reader),
                reader.wholeNumber("seed"),
                ModelConfig.read(reader),
                MemoryConfig.read(reader, new MemoryConfig.Room(pools, clusters), batchSize));
        if (pools < classes && learner.strategy().rehearses()) {
            throw new ConfigException("num_pools is " + pools + ", but there are " + classes
                    + " classes and each needs a pool; set num_pools to at least " + classes);
        }
        return new OnlineConfig(learner, batchSize);
    }

    /**
     * Returns the configuration as keys and values that {@link #read} understands, with nothing left to {@code auto}.
     *
     * @return the values by key
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("strategy", learner.strategy().name());
        map.put("batch_size", batchSize);
        learner.model().putInto(map);
        learner.memory().putInto(map);
        learner.strategy().putInto(map);
        map.put("seed", learner.seed());
        return map;
    }
}
