package org.taagem.memory;

import org.taagem.data.Sample;

/**
 * A rule that decides which samples a {@link PooledMemory} keeps. It may have a state of its own, so every memory needs one
 * of its own.
 */
@FunctionalInterface
public interface Retention {
    /**
     * Keeps a sample, or not, and gives up another for it if need be.
     *
     * @param sample what the stream offers
     * @param kept what is kept so far; changed
     */
    void offer(Sample sample, LabelPools kept);
}
