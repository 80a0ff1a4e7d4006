package org.taagem.experiment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.taagem.data.Batch;
import org.taagem.data.Sample;
import org.taagem.memory.EpisodicMemory;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/** A memory that keeps nothing, takes note of whether it was asked for something, and may fail then. */
final class BrokenMemory implements EpisodicMemory, Stateful {
    private final Fault fault;
    private final boolean fails;
    private boolean asked;

    /** What it is that fails. */
    enum Fault {
        ADD,
        SAMPLE
    }

    /** How it fails. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    BrokenMemory(Fault fault, boolean fails) {
        this.fault = fault;
        this.fails = fails;
    }

    /** Returns a description that makes this very memory. */
    MemoryKind kind() {
        return MemoryKind.of(new Type(this), Map.of());
    }

    boolean wasAsked() {
        return asked;
    }

    private void note(Fault asking) {
        asked |= asking == fault;
        if (fails && asking == fault) {
            throw new Failure();
        }
    }

    @Override
    public void add(Sample sample) {
        note(Fault.ADD);
    }

    @Override
    public Batch sample(int count) {
        note(Fault.SAMPLE);
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

    @Override
    public void save(StateWriter out) {}

    @Override
    public void restore(StateReader in) {}

    private record Type(EpisodicMemory memory) implements MemoryType {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String description() {
            return "keeps nothing";
        }

        @Override
        public Function<Parts, EpisodicMemory> maker(ConfigReader settings) {
            return parts -> memory;
        }
    }
}
