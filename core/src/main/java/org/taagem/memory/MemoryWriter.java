package org.taagem.memory;

import java.io.IOException;

import org.taagem.data.Batch;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * Offers a memory some of the samples that pass by.
 *
 * <p>At a sampling rate of 1, the first sample of every batch; at 0.1, that of every tenth batch, beginning with the
 * first; at 5, the first five of every batch.
 */
public final class MemoryWriter implements Stateful {
    private final EpisodicMemory memory;
    private final double samplingRate;
    private long batches;
    private long offered;

    /**
     * Makes a writer.
     *
     * @param memory what is offered samples
     * @param samplingRate samples per batch on average, 0 (never any) or more; a batch has no more to offer than it holds
     */
    public MemoryWriter(EpisodicMemory memory, double samplingRate) {
        if (!(samplingRate >= 0 && samplingRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sampling rate is " + samplingRate + "; expected a number of 0 or more");
        }
        this.memory = memory;
        this.samplingRate = samplingRate;
    }

    /**
     * Offers what is due of one batch.
     *
     * @param batch the batch just learned
     */
    public void offer(Batch batch) {
        int count = due(batch.size());
        for (int i = 0; i < count; i++) {
            memory.add(batch.get(i));
        }
    }

    /**
     * Returns how many of the next batch's samples are due, for a learner that offers them itself: the first ones.
     *
     * @param batchSize samples of the batch, 0 or more
     * @return 0..batchSize; the next call is about the next batch
     */
    public int due(int batchSize) {
        batches++;
        // A hair less than the product, so that 10 batches at a rate of 0.1 are due 1 sample in spite of rounding.
        long due = (long) Math.ceil(batches * samplingRate - 1e-6);
        int count = (int) Math.max(0, Math.min(due - offered, batchSize));
        offered = due;
        return count;
    }

    /** {@inheritDoc} The memory is not part of it. */
    @Override
    public void save(StateWriter out) throws IOException {
        out.writeDouble("sampling_rate", samplingRate);
        out.writeLong("batches", batches);
        out.writeLong("offered", offered);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.expectDouble("sampling_rate", samplingRate);
        batches = in.readCount("batches");
        offered = in.readCount("offered");
    }
}
