package org.taagem.experiment;

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
}
