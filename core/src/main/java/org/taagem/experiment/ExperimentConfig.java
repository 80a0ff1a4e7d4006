package org.taagem.experiment;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that decides the numbers of a run, but for the data. Two runs of equal configurations on equal data give the
 * same losses and accuracies, bit for bit.
 *
 * @param strategy which learner, with its own settings
 * @param seed the root of all chance
 * @param testingInterval how often accuracy is measured
 * @param stream what the learner will see
 * @param model what learns
 * @param memory what is remembered; without meaning for a strategy that has no memory
 */
public record ExperimentConfig(
        Strategy strategy,
        long seed,
        TestingInterval testingInterval,
        StreamConfig stream,
        ModelConfig model,
        MemoryConfig memory) {
    public ExperimentConfig {
        if (memory.samplingRate() > stream.batchSize()) {
            throw new ConfigException("sampling_rate is " + memory.samplingRate()
                    + "; expected at most batch_size, which is " + stream.batchSize());
        }
    }

    /**
     * Reads a configuration from keys and values, for data of the usual kind ({@link DataFacts#USUAL}).
     *
     * @param reader the keys and values; the caller refuses unknown keys after reading its own
     * @return the configuration
     * @throws ConfigException if a key is missing or a value is not allowed
     */
    public static ExperimentConfig read(ConfigReader reader) {
        return read(reader, DataFacts.USUAL);
    }

    /**
     * Reads a configuration from keys and values. Where {@code num_tasks}, {@code num_pools} or {@code memory_size_q} is
     * {@code auto}, the section {@code task_types} says what the task type takes; where that is {@code auto} too, the data
     * decides.
     *
     * @param reader the keys and values; the caller refuses unknown keys after reading its own
     * @param data what there is to learn
     * @return the configuration
     * @throws ConfigException if a key is missing or a value is not allowed
     */
    public static ExperimentConfig read(ConfigReader reader, DataFacts data) {
        StreamConfig stream = StreamKeys.read(reader, data);
        return new ExperimentConfig(
                Strategy.read(reader),
                reader.wholeNumber("seed"),
                readInterval(reader),
                stream,
                ModelConfig.read(reader),
                readMemory(reader, stream, data));
    }

    private static MemoryConfig readMemory(ConfigReader reader, StreamConfig stream, DataFacts data) {
        ConfigReader ofType = StreamKeys.ofType(reader, stream.scenario().name());
        int pools = reader.integerOr("num_pools", 1, StreamKeys.AUTO)
                .or(() -> ofType.integerOr("num_pools", 1, StreamKeys.AUTO))
                .orElseGet(() -> stream.scenario()
                        .labels(data.classes(), stream.lengths().tasks()));
        int clusters = reader.integerOr("memory_size_q", 1, StreamKeys.AUTO)
                .or(() -> ofType.integerOr("clusters_per_pool", 1, StreamKeys.AUTO))
                .orElse(Math.max(1, MemoryConfig.USUAL_CLUSTERS / pools));
        return MemoryConfig.read(reader, new MemoryConfig.Room(pools, clusters), stream.batchSize());
    }

    private static TestingInterval readInterval(ConfigReader reader) {
        return reader.integerOr("testing_interval", 1, "epoch")
                .map(TestingInterval::new)
                .orElse(TestingInterval.EPOCH);
    }

    /**
     * Returns the part that says what learns.
     *
     * @return the learner's configuration
     */
    public LearnerConfig learner() {
        return new LearnerConfig(strategy, seed, model, memory);
    }

    /**
     * Returns the configuration as keys and values that {@link #read} understands, with nothing left to {@code auto}.
     *
     * @return the values by key, strategy first, then stream, model, memory and run
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("strategy", strategy.name());
        StreamKeys.put(stream, map);
        model.putInto(map);
        memory.putInto(map);
        strategy.putInto(map);
        map.put("seed", seed);
        map.put("testing_interval", testingInterval.batches() == 0 ? "epoch" : testingInterval.batches());
        return map;
    }
}
