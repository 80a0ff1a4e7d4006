package org.taagem.experiment;

import java.util.Map;

import org.taagem.learn.ReferenceBatch;
import org.taagem.memory.Assignment;
import org.taagem.memory.ClusterLimits;
import org.taagem.memory.Removal;

/**
 * What is remembered.
 *
 * @param limits pools, clusters per pool (Q) and samples per cluster (P)
 * @param assignment which cluster a sample joins
 * @param removal which sample an overfull cluster gives up
 * @param samplingRate samples offered per batch, 0.001..batch size
 * @param fill when they are offered
 * @param referenceBatch how much of the memory each step is compared with
 */
public record MemoryConfig(
        ClusterLimits limits,
        Assignment assignment,
        Removal removal,
        double samplingRate,
        MemoryFill fill,
        ReferenceBatch referenceBatch) {
    public MemoryConfig {
        if (!(samplingRate >= 0.001 && samplingRate < Double.POSITIVE_INFINITY)) {
            throw new ConfigException("sampling_rate is " + samplingRate + "; expected at least 0.001");
        }
    }

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
                new ClusterLimits(room.pools, room.clusters, samples),
                reader.choice("assignment", Assignment.class),
                reader.choice("removal", Removal.class),
                reader.number("sampling_rate", 0.001, batchSize),
                reader.choice("memory_fill", MemoryFill.class),
                reader.choice("reference_batch", ReferenceBatch.class));
    }

    /** The reverse of {@link #read}. */
    void putInto(Map<String, Object> map) {
        map.put("num_pools", limits.pools());
        map.put("memory_size_q", limits.clusters());
        map.put("memory_size_p", limits.samples());
        map.put("assignment", ConfigReader.nameOf(assignment));
        map.put("removal", ConfigReader.nameOf(removal));
        map.put("sampling_rate", samplingRate);
        map.put("memory_fill", ConfigReader.nameOf(fill));
        map.put("reference_batch", ConfigReader.nameOf(referenceBatch));
    }
}
