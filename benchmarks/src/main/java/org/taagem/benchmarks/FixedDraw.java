package org.taagem.benchmarks;

import java.util.List;

import org.taagem.data.Batch;
import org.taagem.data.Sample;
import org.taagem.memory.EpisodicMemory;

/**
 * A memory from which as many samples are drawn at every step as a benchmark wants, whatever the learner asks for.
 *
 * @param memory what is drawn from
 * @param drawn samples per draw
 */
record FixedDraw(EpisodicMemory memory, int drawn) implements EpisodicMemory {
    @Override
    public void add(Sample sample) {
        memory.add(sample);
    }

    @Override
    public Batch sample(int count) {
        return memory.sample(drawn);
    }

    @Override
    public int size() {
        return memory.size();
    }

    @Override
    public int capacity() {
        return memory.capacity();
    }

    @Override
    public List<Sample> samples() {
        return memory.samples();
    }
}
