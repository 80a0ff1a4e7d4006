package org.taagem.memory;

import java.util.List;

import org.taagem.data.Batch;
import org.taagem.data.Sample;

/** A memory that keeps nothing. */
public class NoMemory implements EpisodicMemory {
    @Override
    public void add(Sample sample) {}

    @Override
    public Batch sample(int count) {
        return Batch.of();
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public int capacity() {
        return 0;
    }

    @Override
    public List<Sample> samples() {
        return List.of();
    }
}
