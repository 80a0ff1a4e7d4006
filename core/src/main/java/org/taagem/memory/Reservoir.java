package org.taagem.memory;

import java.io.IOException;
import java.util.random.RandomGenerator;

import org.taagem.data.Sample;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * Keeps every sample of the stream so far with the same probability (reservoir sampling, algorithm R; Vitter 1985, <a
 * href="https://doi.org/10.1145/3147.3165">doi:10.1145/3147.3165</a>).
 */
public final class Reservoir implements Retention, Stateful {
    private final int capacity;
    private final RandomGenerator random;
    private long seen;

    /**
     * Makes the rule.
     *
     * @param limits how many samples there is room for
     * @param random the source of chance
     */
    public Reservoir(PoolLimits limits, RandomGenerator random) {
        capacity = limits.capacity();
        this.random = random;
    }

    @Override
    public void offer(Sample sample, LabelPools kept) {
        seen++;
        if (kept.size() < capacity) {
            kept.add(sample);
            return;
        }
        long place = (long) (random.nextDouble() * seen);
        if (place < capacity) {
            int index = (int) place;
            int pool = 0;
            while (index >= kept.size(pool)) {
                index -= kept.size(pool);
                pool++;
            }
            kept.replace(pool, index, sample);
        }
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writePart("random", random);
        out.writeLong("seen", seen);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.readPart("random", random);
        seen = in.readCount("seen");
    }
}
