package org.taagem.learn;

import org.taagem.data.Batch;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.MemoryWriter;

/**
 * A memory in use by a learner: how much is drawn from it at every step, and what is offered to it.
 *
 * @param memory the memory
 * @param referenceBatch how much is drawn
 * @param writer offers samples of every batch to the memory; a rate of 0 leaves that to somebody else
 */
public record Rehearsal(EpisodicMemory memory, ReferenceBatch referenceBatch, MemoryWriter writer) {
    /**
     * Uses a memory as TA-A-GEM does by default: draws as many samples as the batch has, and offers one of each batch.
     *
     * @param memory the memory
     * @return the memory in use
     */
    public static Rehearsal of(EpisodicMemory memory) {
        return new Rehearsal(memory, ReferenceBatch.BATCH, new MemoryWriter(memory, 1));
    }

    /**
     * Draws the samples to compare a batch with.
     *
     * @param batch the batch that is being learned
     * @return samples from memory; empty if it is
     */
    public Batch draw(Batch batch) {
        return memory.sample(referenceBatch.size(batch.size()));
    }

    /**
     * Offers the memory what is due of a batch.
     *
     * @param batch the batch just learned
     */
    public void offer(Batch batch) {
        writer.offer(batch);
    }
}
