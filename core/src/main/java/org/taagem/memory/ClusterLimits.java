package org.taagem.memory;

/**
 * How much a clustered memory may hold: at most {@code pools * clusters * samples} samples.
 *
 * @param pools most pools, one per class label, at least 1
 * @param clusters most clusters per pool (Q), at least 1
 * @param samples most samples per cluster (P), at least 1
 */
public record ClusterLimits(int pools, int clusters, int samples) {
    /** Checks that there is room for a sample at all. */
    public ClusterLimits {
        if (pools < 1 || clusters < 1 || samples < 1) {
            throw new IllegalArgumentException("pools, clusters and samples are " + pools + ", " + clusters + " and "
                    + samples + "; expected at least 1 of each");
        }
    }

    /**
     * Returns the most samples that a memory of these limits holds.
     *
     * @return pools times clusters times samples
     * @throws ArithmeticException if that is more than an int can say
     */
    public int capacity() {
        return Math.multiplyExact(Math.multiplyExact(pools, clusters), samples);
    }
}
