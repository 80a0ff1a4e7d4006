package org.taagem.memory;

import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.taagem.data.Sample;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * Keeps as many samples of each class as it can, and of each class every sample seen so far with the same probability
 * (class-balancing reservoir sampling; Chrysakis and Moens 2020, "Online Continual Learning from Imbalanced Data", <a
 * href="https://proceedings.mlr.press/v119/chrysakis20a.html">PMLR 119</a>, algorithm 1).
 *
 * <p>A class is full from the moment on that it is the largest in a full memory. Samples of a full class compete among
 * themselves; those of others take the place of one of the largest class.
 */
public final class ClassReservoir implements Retention, Stateful {
    private final int capacity;
    private final RandomGenerator random;
    /** {@code [pools]}: how many samples of each class the stream has offered. */
    private long[] seen = {};

    private boolean[] full = {};

    /**
     * Makes the rule.
     *
     * @param limits how many samples there is room for
     * @param random the source of chance
     */
    public ClassReservoir(PoolLimits limits, RandomGenerator random) {
        capacity = limits.capacity();
        this.random = random;
    }

    @Override
    public void offer(Sample sample, LabelPools kept) {
        int pool = kept.poolOf(sample.label());
        makeRoom(kept.count());
        seen[pool]++;
        if (kept.size() < capacity) {
            kept.add(sample);
        } else if (!full[pool]) {
            int largest = anyOfTheLargest(kept);
            kept.replace(largest, random.nextInt(kept.size(largest)), sample);
        } else {
            long place = (long) (random.nextDouble() * seen[pool]);
            if (place < kept.size(pool)) {
                kept.replace(pool, (int) place, sample);
            }
        }
        if (kept.size() == capacity) {
            markFull(kept);
        }
    }

    private void makeRoom(int pools) {
        if (pools > seen.length) {
            seen = Arrays.copyOf(seen, pools);
            full = Arrays.copyOf(full, pools);
        }
    }

    private static int largestSize(LabelPools kept) {
        int largest = 0;
        for (int p = 0; p < kept.count(); p++) {
            largest = Math.max(largest, kept.size(p));
        }
        return largest;
    }

    private int anyOfTheLargest(LabelPools kept) {
        int size = largestSize(kept);
        int found = 0;
        int chosen = 0;
        for (int p = 0; p < kept.count(); p++) {
            if (kept.size(p) == size) {
                found++;
                chosen = random.nextInt(found) == 0 ? p : chosen;
            }
        }
        return chosen;
    }

    private void markFull(LabelPools kept) {
        int size = largestSize(kept);
        for (int p = 0; p < kept.count(); p++) {
            full[p] |= kept.size(p) == size;
        }
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writePart("random", random);
        out.writeInt("labels", seen.length);
        for (int p = 0; p < seen.length; p++) {
            out.writeLong("seen", seen[p]);
            out.writeFlag("full", full[p]);
        }
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.readPart("random", random);
        int labels = in.readInt("labels", 0, capacity);
        seen = new long[labels];
        full = new boolean[labels];
        for (int p = 0; p < labels; p++) {
            seen[p] = in.readCount("seen");
            full[p] = in.readFlag("full");
        }
    }
}
