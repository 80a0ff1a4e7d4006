package org.taagem.data;

/**
 * A few samples that are learned together. Reading is all that one can do with it.
 *
 * <p>A batch that a stream or a memory hands out may be refilled by the next call, so keep its samples, not the batch.
 */
public interface Batch {
    /**
     * Returns the number of samples.
     *
     * @return 0 or more
     */
    int size();

    /**
     * Returns one sample.
     *
     * @param index 0..size-1
     * @return the sample
     * @throws IndexOutOfBoundsException if there is no such index
     */
    Sample get(int index);

    /**
     * Makes a batch of given samples.
     *
     * @param samples the samples, in order
     * @return a batch that never changes
     */
    static Batch of(Sample... samples) {
        BatchBuffer batch = new BatchBuffer(samples.length);
        for (Sample sample : samples) {
            batch.add(sample);
        }
        return batch;
    }
}
