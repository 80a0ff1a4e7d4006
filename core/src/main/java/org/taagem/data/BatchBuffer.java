package org.taagem.data;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** A batch that its owner fills again and again, so that a training step allocates nothing. */
public final class BatchBuffer implements Batch {
    private Sample[] samples;
    private int size;

    /**
     * Makes an empty batch.
     *
     * @param expectedSize how many samples it will usually hold; it grows beyond that
     */
    public BatchBuffer(int expectedSize) {
        samples = new Sample[expectedSize];
    }

    /** Removes all samples. */
    public void clear() {
        Arrays.fill(samples, 0, size, null);
        size = 0;
    }

    /**
     * Appends a sample.
     *
     * @param sample the sample
     */
    public void add(Sample sample) {
        if (size == samples.length) {
            samples = Arrays.copyOf(samples, Math.max(8, 2 * size));
        }
        samples[size++] = sample;
    }

    /**
     * Puts the samples into a random order.
     *
     * @param random the source of chance
     */
    public void shuffle(RandomGenerator random) {
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            Sample kept = samples[i];
            samples[i] = samples[j];
            samples[j] = kept;
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Sample get(int index) {
        return samples[Objects.checkIndex(index, size)];
    }
}
