package org.taagem.experiment;

import java.util.LinkedHashMap;
import java.util.Map;

import org.taagem.learn.ReferenceBatch;
import org.taagem.memory.Assignment;
import org.taagem.memory.ClusterLimits;
import org.taagem.memory.Removal;

/**
 * Everything that decides the numbers of a run, but for the data. Two runs of equal configurations on equal data give the
 * same losses and accuracies, bit for bit.
 *
 * @param strategy which learner
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
    private static final int MOST_UNITS = 100_000;
    private static final int MOST_LAYERS = 1_000;
    /** Clusters of all pools together: with 3 samples each they keep 300, as in the paper. */
    private static final int USUAL_CLUSTERS = 100;

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
        if (!reader.text("device").equals("cpu")) {
            throw new ConfigException("device is '" + reader.text("device") + "'; expected cpu, which is all there is");
        }
        return new ExperimentConfig(
                reader.choice("strategy", Strategy.class),
                reader.wholeNumber("seed"),
                readInterval(reader),
                stream,
                readModel(reader),
                readMemory(reader, stream, data));
    }

    private static ModelConfig readModel(ConfigReader reader) {
        return new ModelConfig(
                reader.integer("hidden_dim", 1, MOST_UNITS),
                reader.integer("hidden_layers", 0, MOST_LAYERS),
                reader.positiveNumber("learning_rate"),
                reader.flag("use_learning_rate_scheduler"));
    }

    private static MemoryConfig readMemory(ConfigReader reader, StreamConfig stream, DataFacts data) {
        ConfigReader ofType = StreamKeys.ofType(reader, stream.scenario().name());
        int pools = reader.integerOr("num_pools", 1, StreamKeys.AUTO)
                .or(() -> ofType.integerOr("num_pools", 1, StreamKeys.AUTO))
                .orElseGet(() -> stream.scenario()
                        .labels(data.classes(), stream.lengths().tasks()));
        int clusters = reader.integerOr("memory_size_q", 1, StreamKeys.AUTO)
                .or(() -> ofType.integerOr("clusters_per_pool", 1, StreamKeys.AUTO))
                .orElse(Math.max(1, USUAL_CLUSTERS / pools));
        int samples = reader.integer("memory_size_p", 1);
        if ((long) pools * clusters * samples > Integer.MAX_VALUE) {
            throw new ConfigException("num_pools x memory_size_q x memory_size_p is " + pools + " x " + clusters + " x "
                    + samples + "; expected at most " + Integer.MAX_VALUE + " samples");
        }
        return new MemoryConfig(
                new ClusterLimits(pools, clusters, samples),
                reader.choice("assignment", Assignment.class),
                reader.choice("removal", Removal.class),
                reader.number("sampling_rate", 0.001, stream.batchSize()),
                reader.choice("memory_fill", MemoryFill.class),
                reader.choice("reference_batch", ReferenceBatch.class));
    }

    private static TestingInterval readInterval(ConfigReader reader) {
        return reader.integerOr("testing_interval", 1, "epoch")
                .map(TestingInterval::new)
                .orElse(TestingInterval.EPOCH);
    }

    /**
     * Returns the configuration as keys and values that {@link #read} understands, with nothing left to {@code auto}.
     *
     * @return the values by key, strategy first, then stream, model, memory and run
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("strategy", ConfigReader.nameOf(strategy));
        StreamKeys.put(stream, map);
        map.put("hidden_dim", model.hiddenDim());
        map.put("hidden_layers", model.hiddenLayers());
        map.put("learning_rate", model.learningRate());
        map.put("use_learning_rate_scheduler", model.learningRateScheduler());
        map.put("device", "cpu");
        map.put("num_pools", memory.limits().pools());
        map.put("memory_size_q", memory.limits().clusters());
        map.put("memory_size_p", memory.limits().samples());
        map.put("assignment", ConfigReader.nameOf(memory.assignment()));
        map.put("removal", ConfigReader.nameOf(memory.removal()));
        map.put("sampling_rate", memory.samplingRate());
        map.put("memory_fill", ConfigReader.nameOf(memory.fill()));
        map.put("reference_batch", ConfigReader.nameOf(memory.referenceBatch()));
        map.put("seed", seed);
        map.put("testing_interval", testingInterval.batches() == 0 ? "epoch" : testingInterval.batches());
        return map;
    }
}
