package org.taagem.learn;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

import org.taagem.data.Batch;
import org.taagem.data.Sample;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.MemoryWriter;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/** Gathers samples of the task that is being learned, until it ends. For learners that are told when. */
public final class TaskSamples implements Stateful {
    private final Supplier<EpisodicMemory> newMemory;
    private final double samplingRate;
    private EpisodicMemory memory;
    private MemoryWriter writer;

    /**
     * Begins to gather.
     *
     * @param newMemory makes the memory of a task
     * @param samplingRate samples of each batch that it is offered, 0 or more
     */
    public TaskSamples(Supplier<EpisodicMemory> newMemory, double samplingRate) {
        this.newMemory = newMemory;
        this.samplingRate = samplingRate;
        memory = newMemory.get();
        writer = new MemoryWriter(memory, samplingRate);
    }

    void offer(Batch batch) {
        writer.offer(batch);
    }

    /** Returns what has been gathered, and begins anew. */
    List<Sample> endTask() {
        List<Sample> gathered = memory.samples();
        memory = newMemory.get();
        writer = new MemoryWriter(memory, samplingRate);
        return gathered;
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writePart("memory", memory);
        out.writePart("writer", writer);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.readPart("memory", memory);
        in.readPart("writer", writer);
    }
}
