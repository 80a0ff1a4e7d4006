package org.taagem.benchmarks;

import java.util.OptionalDouble;

/**
 * What a step has to do. The default is the paper's: two hidden layers of 200 units, batches of 10, and a memory of 10
 * pools of 10 clusters of 3 samples.
 *
 * @param tasks tasks that the data is divided among; all have been seen when the measurement begins
 * @param batchSize samples per batch
 * @param referenceSize samples drawn from memory at every step (M)
 * @param hiddenUnits units of each of the two hidden layers
 * @param clusters most clusters per pool (Q)
 * @param samplesPerCluster most samples per cluster (P)
 * @param density share of the input features that are not zero, 0..1; empty: MNIST as it is, 0.19
 */
public record Workload(
        int tasks,
        int batchSize,
        int referenceSize,
        int hiddenUnits,
        int clusters,
        int samplesPerCluster,
        OptionalDouble density) {
    /** The paper's settings. */
    public static final Workload DEFAULT = new Workload(5, 10, 10, 200, 10, 3, OptionalDouble.empty());

    /** The change that changes nothing. */
    public static final String NO_CHANGE = "default";

    /**
     * Returns the same with another number of samples drawn from memory.
     *
     * @param size the samples drawn at every step
     * @return the changed workload
     */
    public Workload withReferenceSize(int size) {
        return new Workload(tasks, batchSize, size, hiddenUnits, clusters, samplesPerCluster, density);
    }

    /**
     * Returns the same with other limits of the memory.
     *
     * @param q most clusters per pool
     * @param p most samples per cluster
     * @return the changed workload
     */
    public Workload withMemory(int q, int p) {
        return new Workload(tasks, batchSize, referenceSize, hiddenUnits, q, p, density);
    }

    /**
     * Returns the same with one thing changed.
     *
     * @param change {@code tasks=}, {@code batch=} (which the draw from memory follows), {@code hidden=}, {@code Q=}, {@code
     *     P=} or {@code density=} with a number, or {@link #NO_CHANGE}
     * @return the changed workload
     * @throws IllegalArgumentException if there is no such thing to change
     */
    public Workload with(String change) {
        if (change.equals(NO_CHANGE)) {
            return this;
        }
        String name = change.substring(0, change.indexOf('=') + 1);
        String value = change.substring(name.length());
        if (name.equals("density=")) {
            OptionalDouble share = OptionalDouble.of(Double.parseDouble(value));
            return new Workload(tasks, batchSize, referenceSize, hiddenUnits, clusters, samplesPerCluster, share);
        }
        int number = Integer.parseInt(value);
        return switch (name) {
            case "tasks=" ->
                new Workload(number, batchSize, referenceSize, hiddenUnits, clusters, samplesPerCluster, density);
            case "batch=" -> new Workload(tasks, number, number, hiddenUnits, clusters, samplesPerCluster, density);
            case "hidden=" ->
                new Workload(tasks, batchSize, referenceSize, number, clusters, samplesPerCluster, density);
            case "Q=" -> withMemory(number, samplesPerCluster);
            case "P=" -> withMemory(clusters, number);
            default -> throw new IllegalArgumentException("nothing is called '" + name + "' in " + change);
        };
    }
}
