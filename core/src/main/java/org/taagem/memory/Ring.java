package org.taagem.memory;

import java.io.IOException;
import java.util.Arrays;

import org.taagem.data.Sample;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * Keeps the latest samples of each class (a ring buffer per class; Chaudhry et al. 2019, "On Tiny Episodic Memories in
 * Continual Learning", <a href="https://arxiv.org/abs/1902.10486">arXiv:1902.10486</a>, section 4).
 */
public final class Ring implements Retention, Stateful {
    private final int perLabel;
    /** {@code [pools]}: which sample of each class is the oldest, once there is no room for more. */
    private int[] oldest = {};

    /**
     * Makes the rule.
     *
     * @param limits how many samples there is room for, the same number of each label
     */
    public Ring(PoolLimits limits) {
        perLabel = limits.perLabel();
    }

    @Override
    public void offer(Sample sample, LabelPools kept) {
        int pool = kept.poolOf(sample.label());
        if (pool >= oldest.length) {
            oldest = Arrays.copyOf(oldest, pool + 1);
        }
        if (kept.size(pool) < perLabel) {
            kept.add(sample);
        } else {
            kept.replace(pool, oldest[pool], sample);
            oldest[pool] = (oldest[pool] + 1) % perLabel;
        }
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeInts("oldest", oldest);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        oldest = in.readInts("oldest");
        for (int index : oldest) {
            if (index < 0 || index >= perLabel) {
                throw in.wrong("oldest", "one with " + index, "0.." + (perLabel - 1));
            }
        }
    }
}
