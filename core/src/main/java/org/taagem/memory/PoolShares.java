package org.taagem.memory;

import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.taagem.random.Shuffle;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/** Shares a draw out among pools: how many samples each gives. */
final class PoolShares implements Stateful {
    private final Draw draw;
    private final RandomGenerator random;
    /** {@code [pools]}: an order of the pools, shuffled before each draw. */
    private int[] order = {};
    /** {@code [pools]}. */
    private int[] shares = {};

    PoolShares(Draw draw, RandomGenerator random) {
        this.draw = draw;
        this.random = random;
    }

    /** Makes room for one pool more. */
    void addPool() {
        order = Arrays.copyOf(order, order.length + 1);
        order[order.length - 1] = order.length - 1;
        shares = new int[order.length];
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeText("draw", draw.name());
        out.writeInts("order", order);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.expectText("draw", draw.name());
        order = in.readInts("order");
        if (!Permutations.isOne(order, order.length)) {
            throw in.wrong("order", order.length + " numbers", "each of 0.." + (order.length - 1) + " once");
        }
        shares = new int[order.length];
    }

    /** Returns for how many pools there is room. */
    int count() {
        return order.length;
    }

    /**
     * Shares a draw out.
     *
     * @param count how many to draw, at most as many as there are
     * @param sizes {@code [pools]}: how many each has
     * @return {@code [pools]}: how many each gives; overwritten by the next call
     */
    int[] of(int count, int[] sizes) {
        Arrays.fill(shares, 0);
        if (draw == Draw.EVEN) {
            shareEvenly(count, sizes);
        } else {
            shareByChance(count, sizes);
        }
        return shares;
    }

    /** In rounds: an equal part for every pool that has more to give, at last one each while it lasts. */
    private void shareEvenly(int count, int[] sizes) {
        Shuffle.inPlace(order, random);
        int left = count;
        while (left > 0) {
            int part = Math.max(1, left / poolsWithMore(sizes));
            for (int k = 0; k < order.length && left > 0; k++) {
                int p = order[k];
                int given = Math.min(part, sizes[p] - shares[p]);
                shares[p] += given;
                left -= given;
            }
        }
    }

    private int poolsWithMore(int[] sizes) {
        int open = 0;
        for (int p = 0; p < shares.length; p++) {
            if (shares[p] < sizes[p]) {
                open++;
            }
        }
        return open;
    }

    /** One by one, each from a pool in proportion to what it has left. */
    private void shareByChance(int count, int[] sizes) {
        int left = 0;
        for (int p = 0; p < shares.length; p++) {
            left += sizes[p];
        }
        for (int i = 0; i < count; i++) {
            int place = random.nextInt(left - i);
            int p = 0;
            while (place >= sizes[p] - shares[p]) {
                place -= sizes[p] - shares[p];
                p++;
            }
            shares[p]++;
        }
    }
}
