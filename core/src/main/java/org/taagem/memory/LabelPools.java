package org.taagem.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.taagem.data.BatchBuffer;
import org.taagem.data.Sample;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * Samples kept in one pool per class label, which is made when the label is first seen.
 *
 * <p>Pools are numbered in the order of their making, and the samples of a pool in the order in which they came; one that
 * takes another's place takes its number.
 */
public final class LabelPools implements Stateful {
    private final int mostPools;
    private final List<LabelPool> pools = new ArrayList<>();
    /** {@code [pools]}. */
    private int[] sizes = {};

    private int size;

    /**
     * Makes an empty set of pools.
     *
     * @param mostPools how many labels there may be, at least 1
     */
    LabelPools(int mostPools) {
        this.mostPools = mostPools;
    }

    /**
     * Returns the number of samples in all pools.
     *
     * @return 0 or more
     */
    public int size() {
        return size;
    }

    /**
     * Returns the number of pools.
     *
     * @return 0 or more
     */
    public int count() {
        return pools.size();
    }

    /**
     * Returns the number of samples in a pool.
     *
     * @param pool 0..count-1
     * @return 0 or more
     */
    public int size(int pool) {
        return sizes[pool];
    }

    /** Returns the number of samples in each pool: shared, not to be changed. */
    int[] sizes() {
        return sizes;
    }

    /**
     * Returns a sample.
     *
     * @param pool 0..count-1
     * @param index 0..size(pool)-1
     * @return the sample
     */
    public Sample get(int pool, int index) {
        return pools.get(pool).samples.get(index);
    }

    /**
     * Returns the pool of a label, made if need be.
     *
     * @param label a class, 0 or more
     * @return 0..count-1
     * @throws IllegalStateException if there would be too many pools
     */
    public int poolOf(int label) {
        for (int p = 0; p < pools.size(); p++) {
            if (pools.get(p).label == label) {
                return p;
            }
        }
        if (pools.size() == mostPools) {
            throw new IllegalStateException("label " + label + " needs pool number " + (pools.size() + 1)
                    + ", but num_pools is " + mostPools + "; raise num_pools to the number of labels");
        }
        pools.add(new LabelPool(label));
        sizes = Arrays.copyOf(sizes, pools.size());
        return pools.size() - 1;
    }

    /**
     * Adds a sample to the pool of its label.
     *
     * @param sample the sample
     */
    public void add(Sample sample) {
        int pool = poolOf(sample.label());
        pools.get(pool).add(sample);
        sizes[pool]++;
        size++;
    }

    /**
     * Puts a sample in the place of another.
     *
     * @param pool the pool of the one that goes
     * @param index its number in the pool
     * @param sample the one that comes, of any label
     */
    public void replace(int pool, int index, Sample sample) {
        if (poolOf(sample.label()) == pool) {
            pools.get(pool).samples.set(index, sample);
        } else {
            pools.get(pool).remove(index);
            sizes[pool]--;
            size--;
            add(sample);
        }
    }

    /** Adds distinct samples of a pool, drawn at random, to a batch; there must be as many. */
    void draw(int pool, int count, RandomGenerator random, BatchBuffer into) {
        pools.get(pool).draw(count, random, into);
    }

    /** Returns a copy of all samples, pool by pool. */
    List<Sample> samples() {
        return pools.stream().flatMap(pool -> pool.samples.stream()).toList();
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeInt("most_pools", mostPools);
        out.writeInt("pools", pools.size());
        for (LabelPool pool : pools) {
            out.writeSection("pool", pool::save);
        }
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.expectInt("most_pools", mostPools);
        int count = in.readInt("pools", 0, mostPools);
        pools.clear();
        sizes = new int[count];
        size = 0;
        for (int p = 0; p < count; p++) {
            LabelPool pool = in.readSection("pool", LabelPool::read);
            pools.add(pool);
            sizes[p] = pool.samples.size();
            size += sizes[p];
        }
    }

    private static final class LabelPool {
        private final int label;
        private final List<Sample> samples = new ArrayList<>();
        /** The numbers of all samples, in the order that the draws have brought them into. */
        private int[] deck = {};

        LabelPool(int label) {
            this.label = label;
        }

        void save(StateWriter out) throws IOException {
            out.writeInt("label", label);
            out.writeInts("deck", Arrays.copyOf(deck, samples.size()));
            SampleState.save(samples, out);
        }

        static LabelPool read(StateReader in) throws IOException {
            LabelPool pool = new LabelPool(in.readInt("label", 0, Integer.MAX_VALUE));
            pool.deck = in.readInts("deck");
            pool.samples.addAll(SampleState.read(in, pool.label));
            if (!Permutations.isOne(pool.deck, pool.samples.size())) {
                throw in.wrong(
                        "deck", pool.deck.length + " numbers", "each of 0.." + (pool.samples.size() - 1) + " once");
            }
            return pool;
        }

        void add(Sample sample) {
            int index = samples.size();
            samples.add(sample);
            if (index == deck.length) {
                deck = Arrays.copyOf(deck, Math.max(8, 2 * index));
            }
            deck[index] = index;
        }

        /** Removes a sample; the last one takes its number. */
        void remove(int index) {
            int last = samples.size() - 1;
            samples.set(index, samples.get(last));
            samples.remove(last);
            int place = 0;
            while (deck[place] != last) {
                place++;
            }
            deck[place] = deck[last];
        }

        void draw(int count, RandomGenerator random, BatchBuffer into) {
            for (int i = 0; i < count; i++) {
                int j = i + random.nextInt(samples.size() - i);
                int drawn = deck[j];
                deck[j] = deck[i];
                deck[i] = drawn;
                into.add(samples.get(drawn));
            }
        }
    }
}
