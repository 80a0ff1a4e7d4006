package org.taagem.memory;

import java.util.List;

import org.taagem.data.Batch;
import org.taagem.data.Sample;

/** A small store of past samples (also called a replay buffer) that a learner rehearses from. */
public interface EpisodicMemory {
    /**
     * Offers a sample; the memory decides whether to keep it and what to give up for it.
     *
     * @param sample the sample
     */
    void add(Sample sample);

    /**
     * Draws samples at random, none twice.
     *
     * @param count how many, 0 or more
     * @return that many samples, or all there are if fewer; refilled by the next call
     */
    Batch sample(int count);

    /**
     * Returns the number of samples kept.
     *
     * @return 0..capacity
     */
    int size();

    /**
     * Returns the most samples that are ever kept.
     *
     * @return 0 or more
     */
    int capacity();

    /**
     * Returns what is kept, for reports and tests.
     *
     * @return a copy that cannot be changed, in an order of the memory's own
     */
    List<Sample> samples();
}
