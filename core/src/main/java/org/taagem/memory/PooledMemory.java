package org.taagem.memory;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

import org.taagem.data.Batch;
import org.taagem.data.BatchBuffer;
import org.taagem.data.Sample;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/** A memory with one pool per class label, and a rule for what is kept. */
public final class PooledMemory implements EpisodicMemory, Stateful {
    private final int capacity;
    private final Retention retention;
    private final RandomGenerator random;
    private final LabelPools kept;
    private final PoolShares shares;
    private final BatchBuffer drawn = new BatchBuffer(16);

    /**
     * Makes an empty memory.
     *
     * @param limits how many samples it holds, and of how many labels
     * @param retention the rule, which must hold the limits
     * @param draw how draws are spread over the labels
     * @param random the source of chance for drawing
     */
    public PooledMemory(PoolLimits limits, Retention retention, Draw draw, RandomGenerator random) {
        capacity = limits.capacity();
        this.retention = retention;
        this.random = random;
        kept = new LabelPools(limits.labels());
        shares = new PoolShares(draw, random);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if there are more labels than the limits allow
     */
    @Override
    public void add(Sample sample) {
        retention.offer(sample, kept);
        while (shares.count() < kept.count()) {
            shares.addPool();
        }
    }

    @Override
    public Batch sample(int count) {
        drawn.clear();
        int[] parts = shares.of(Math.min(count, size()), kept.sizes());
        for (int p = 0; p < kept.count(); p++) {
            kept.draw(p, parts[p], random, drawn);
        }
        return drawn;
    }

    /** {@inheritDoc} A rule that has a state of its own must be {@link Stateful}. */
    @Override
    public void save(StateWriter out) throws IOException {
        out.writeInt("capacity", capacity);
        out.writePart("random", random);
        out.writePart("kept", kept);
        out.writePart("shares", shares);
        if (retention instanceof Stateful) {
            out.writePart("retention", retention);
        }
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.expectInt("capacity", capacity);
        in.readPart("random", random);
        in.readPart("kept", kept);
        in.readPart("shares", shares);
        if (kept.size() > capacity || kept.count() != shares.count()) {
            throw in.wrong(
                    "kept",
                    kept.size() + " samples of " + kept.count() + " labels",
                    "up to " + capacity + " of " + shares.count());
        }
        if (retention instanceof Stateful) {
            in.readPart("retention", retention);
        }
    }

    @Override
    public int size() {
        return kept.size();
    }

    @Override
    public int capacity() {
        return capacity;
    }

    @Override
    public List<Sample> samples() {
        return kept.samples();
    }
}
