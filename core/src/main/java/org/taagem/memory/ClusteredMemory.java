package org.taagem.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.taagem.data.Batch;
import org.taagem.data.BatchBuffer;
import org.taagem.data.Sample;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * The memory of TA-A-GEM: samples in clusters, so that few of them represent many (Lamers et al. 2023, "Clustering-based
 * Domain-Incremental Learning", <a href="https://arxiv.org/abs/2309.12078">arXiv:2309.12078</a>).
 *
 * <p>There is one pool per class label, made when the label is first seen; the label picks the pool and plays no part in
 * the distance. A pool holds at most Q clusters and a cluster at most P samples, so the memory never needs to know how
 * many tasks there are or when one ends.
 */
public final class ClusteredMemory implements EpisodicMemory, Stateful {
    private final ClusterLimits limits;
    private final Assignment assignment;
    private final Removal removal;
    private final RandomGenerator random;
    private final List<ClusterPool> pools = new ArrayList<>();
    private final BatchBuffer drawn = new BatchBuffer(16);
    private final PoolShares shares;
    /** {@code [pools]}: how many samples each holds, brought up to date before each draw. */
    private int[] sizes = {};

    /**
     * Makes an empty memory.
     *
     * @param limits how much it may hold
     * @param assignment which cluster a sample joins
     * @param removal which sample an overfull cluster gives up
     * @param random the source of chance for drawing and removing
     */
    public ClusteredMemory(ClusterLimits limits, Assignment assignment, Removal removal, RandomGenerator random) {
        limits.capacity();
        this.limits = limits;
        this.assignment = assignment;
        this.removal = removal;
        this.random = random;
        shares = new PoolShares(Draw.EVEN, random);
    }

    /**
     * Makes an empty memory with the rules of the paper: a sample joins the nearest cluster, which gives up its oldest.
     *
     * @param limits how much it may hold
     * @param random the source of chance for drawing
     */
    public ClusteredMemory(ClusterLimits limits, RandomGenerator random) {
        this(limits, Assignment.PAPER, Removal.OLDEST, random);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the label needs a pool beyond the limit
     * @throws IllegalArgumentException if the sample has more or fewer features than those before it
     */
    @Override
    public void add(Sample sample) {
        ClusterPool pool = poolFor(sample);
        pool.checkFits(sample);
        assignment.place(sample, pool);
    }

    private ClusterPool poolFor(Sample sample) {
        for (int p = 0; p < pools.size(); p++) {
            if (pools.get(p).label() == sample.label()) {
                return pools.get(p);
            }
        }
        if (pools.size() == limits.pools()) {
            throw new IllegalStateException("label " + sample.label() + " needs pool number " + (pools.size() + 1)
                    + ", but num_pools is " + limits.pools() + "; raise num_pools to the number of labels");
        }
        ClusterPool pool = new ClusterPool(ClusterPool.Shape.of(sample), limits, removal, random);
        pools.add(pool);
        shares.addPool();
        sizes = new int[pools.size()];
        return pool;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The draw is spread over the pools as evenly as they allow, so that every class has its say; which pools give one
     * more than others is left to chance.
     */
    @Override
    public Batch sample(int count) {
        drawn.clear();
        for (int p = 0; p < sizes.length; p++) {
            sizes[p] = pools.get(p).size();
        }
        int[] parts = shares.of(Math.min(count, size()), sizes);
        for (int p = 0; p < sizes.length; p++) {
            pools.get(p).draw(parts[p], drawn);
        }
        return drawn;
    }

    @Override
    public int size() {
        int size = 0;
        for (int p = 0; p < pools.size(); p++) {
            size += pools.get(p).size();
        }
        return size;
    }

    @Override
    public int capacity() {
        return limits.capacity();
    }

    @Override
    public List<Sample> samples() {
        return pools.stream()
                .flatMap(pool -> pool.clusters().stream())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Returns the clusters of every pool, for reports and tests.
     *
     * @return by label, in the order in which labels were first seen: the clusters in the order of their founding, each
     *     with its oldest sample first
     */
    public Map<Integer, List<List<Sample>>> clusters() {
        Map<Integer, List<List<Sample>>> byLabel = new LinkedHashMap<>();
        pools.forEach(pool -> byLabel.put(pool.label(), pool.clusters()));
        return byLabel;
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeText("assignment", assignment.name());
        out.writeText("removal", removal.name());
        out.writeInts("limits", limitNumbers());
        out.writePart("random", random);
        out.writePart("shares", shares);
        out.writeInt("pools", pools.size());
        for (ClusterPool pool : pools) {
            out.writeSection("pool", section -> PoolState.save(pool, section));
        }
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.expectText("assignment", assignment.name());
        in.expectText("removal", removal.name());
        in.expectInts("limits", limitNumbers());
        in.readPart("random", random);
        in.readPart("shares", shares);
        int count = in.readInt("pools", 0, limits.pools());
        if (shares.count() != count) {
            throw in.wrong("pools", count, shares.count() + ", as shares has");
        }
        sizes = new int[count];
        pools.clear();
        for (int p = 0; p < count; p++) {
            pools.add(in.readSection("pool", section -> PoolState.restore(section, limits, removal, random)));
        }
    }

    private int[] limitNumbers() {
        return new int[] {limits.pools(), limits.clusters(), limits.samples()};
    }
}
