package org.taagem.experiment;

import java.util.Map;

import org.taagem.learn.ReferenceBatch;
import org.taagem.memory.Assignment;
import org.taagem.memory.ClusterLimits;
import org.taagem.memory.Removal;

/**
 * What is remembered.
 *
 * @param kind which memory, with its own settings
 * @param limits pools, clusters per pool (Q) and samples per cluster (P)
 * @param samplingRate samples offered per batch, 0.001..batch size
 * @param fill when they are offered
 * @param referenceBatch how much of the memory each step is compared with
 */
public record MemoryConfig(
        MemoryKind kind, ClusterLimits limits, double samplingRate, MemoryFill fill, ReferenceBatch referenceBatch) {
    public MemoryConfig {
        if (!(samplingRate >= 0.001 && samplingRate < Double.POSITIVE_INFINITY)) {
            throw new ConfigException("sampling_rate is " + samplingRate + "; expected at least 0.001");
        }
    }

    /**
     * Describes a clustered memory.
     *
     * @param limits pools, clusters per pool (Q) and samples per cluster (P)
     * @param assignment which cluster a sample joins
     * @param removal which sample an overfull cluster gives up
     * @param samplingRate samples offered per batch, 0.001..batch size
     * @param fill when they are offered
     * @param referenceBatch how much of the memory each step is compared with
     */
    @SuppressWarnings("checkstyle:ParameterNumber") // the record with the settings of its kind in it
    public MemoryConfig(
            ClusterLimits limits,
            Assignment assignment,
            Removal removal,
            double samplingRate,
            MemoryFill fill,
            ReferenceBatch referenceBatch) {
        this(MemoryKind.clustered(assignment, removal), limits, samplingRate, fill, referenceBatch);
    }

    private static final String REFERENCE_BATCH = "reference_batch";

    /** Clusters of all pools together: with 3 samples each they keep 300, as in the paper. */
    static final int USUAL_CLUSTERS = 100;

    /** How many pools there are, and how many clusters each has. */
    record Room(int pools, int clusters) {}

    static MemoryConfig read(ConfigReader reader, Room room, int batchSize) {
        int samples = reader.integer("memory_size_p", 1);
        if ((long) room.pools * room.clusters * samples > Integer.MAX_VALUE) {
            throw new ConfigException("num_pools x memory_size_q x memory_size_p is " + room.pools + " x "
                    + room.clusters + " x " + samples + "; expected at most " + Integer.MAX_VALUE + " samples");
        }
        return new MemoryConfig(
                MemoryKind.read(reader),
                new ClusterLimits(room.pools, room.clusters, samples),
                reader.number("sampling_rate", 0.001, batchSize),
                reader.choice("memory_fill", MemoryFill.class),
                readReferenceBatch(reader));
    }

    private static ReferenceBatch readReferenceBatch(ConfigReader reader) {
        Object value = reader.value(REFERENCE_BATCH);
        for (ReferenceBatch usual : ReferenceBatch.Usual.values()) {
            if (usual.toString().equalsIgnoreCase(String.valueOf(value))) {
                return usual;
            }
        }
        if (value instanceof Integer samples && samples >= 1) {
            return ReferenceBatch.of(samples);
        }
        throw reader.wrong(REFERENCE_BATCH, value, "batch, all or a whole number from 1 to " + Integer.MAX_VALUE);
    }

    /** As whoever wrote the configuration wrote it: a number stays a number. */
    private static Object written(ReferenceBatch size) {
        return size instanceof ReferenceBatch.Fixed fixed ? (Object) fixed.samples() : size.toString();
    }

    /** The reverse of {@link #read}. */
    void putInto(Map<String, Object> map) {
        map.put("memory", kind.name());
        map.put("num_pools", limits.pools());
        map.put("memory_size_q", limits.clusters());
        map.put("memory_size_p", limits.samples());
        map.putAll(kind.settings());
        map.put("sampling_rate", samplingRate);
        map.put("memory_fill", ConfigReader.nameOf(fill));
        map.put(REFERENCE_BATCH, written(referenceBatch));
    }
}
