package org.taagem.nn;

import java.util.Locale;
import java.util.random.RandomGenerator;

import org.taagem.random.SeededRandom;

/** Tries a kernel against another, at first the plain one, on the products of a training step: do they agree, and which is faster? */
final class KernelTrial {
    /**
     * Enough for a kernel to be compiled, also while other programs want the processors; where they do not, it is faster
     * after less than a second. Too short a trial would make a whole run slow.
     */
    static final long LONGEST_NANOS = 6_000_000_000L;

    private static final int PRODUCTS = 3;
    /** Sizes that leave a remainder in every loop over blocks. */
    private static final int SAMPLES = 11;

    private static final int UNITS = 200;
    private static final int WIDTH = 203;

    private final Kernel kernel;
    private final Rows samples;
    private final Rows weights;
    private final Rows errors;
    private final Terms terms = new Terms();
    private final Rows outputs;
    private final Rows change;
    /** {@code [products]}: the least time of each so far, in nanoseconds. */
    private final long[] best = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};

    private KernelTrial(Kernel kernel) {
        this.kernel = kernel;
        RandomGenerator random = new SeededRandom(1);
        samples = draw(SAMPLES, UNITS, random);
        weights = draw(UNITS, WIDTH, random);
        errors = draw(SAMPLES, WIDTH, random);
        outputs = new Rows(kernel.layout(), SAMPLES, WIDTH);
        change = new Rows(kernel.layout(), UNITS, WIDTH);
        terms.resize(SAMPLES);
        for (int t = 0; t < SAMPLES; t++) {
            int[] indices = random.ints(UNITS, 0, UNITS).sorted().toArray();
            float[] values = new float[UNITS];
            samples.copyTo(t, values, 0);
            terms.set(t, indices, values, UNITS / 2 + t);
        }
    }

    private Rows draw(int count, int width, RandomGenerator random) {
        Rows rows = new Rows(kernel.layout(), count, width);
        for (int r = 0; r < count; r++) {
            for (int j = 0; j < width; j++) {
                rows.set(r, j, random.nextInt(4) == 0 ? 0 : random.nextFloat() - 0.5f);
            }
        }
        return rows;
    }

    /** Returns the other kernel if it gives the same bits and has shown to be faster in all products, else the one. */
    static Kernels.Selection fasterOf(Kernel one, Kernel other, long longestNanos) {
        KernelTrial usual = new KernelTrial(one);
        KernelTrial candidate = new KernelTrial(other);
        long start = System.nanoTime();
        do {
            usual.run();
            candidate.run();
        } while (!candidate.isFasterThan(usual) && System.nanoTime() - start < longestNanos);
        if (!candidate.hasSameBitsAs(usual)) {
            return new Kernels.Selection(one, other.name() + " gave other numbers on this machine; please report it");
        }
        double ratio = (double) usual.time() / candidate.time();
        String compared = String.format(Locale.ROOT, "%.1f times as fast as ", Math.max(ratio, 1 / ratio));
        return candidate.isFasterThan(usual)
                ? new Kernels.Selection(other, compared + one.name())
                : new Kernels.Selection(one, compared + other.name());
    }

    private void run() {
        outputs.fill(0);
        change.fill(0);
        for (int product = 0; product < PRODUCTS; product++) {
            long start = System.nanoTime();
            switch (product) {
                case 0 -> kernel.addProduct(terms, weights, outputs);
                case 1 -> kernel.addProduct(samples, weights, outputs);
                default -> kernel.addTransposedProduct(samples, errors, change);
            }
            best[product] = Math.min(best[product], System.nanoTime() - start);
        }
    }

    private boolean isFasterThan(KernelTrial other) {
        boolean faster = true;
        for (int product = 0; product < PRODUCTS; product++) {
            faster &= best[product] < other.best[product];
        }
        return faster;
    }

    private long time() {
        return best[0] + best[1] + best[2];
    }

    private boolean hasSameBitsAs(KernelTrial other) {
        return outputs.hasSameBits(other.outputs) && change.hasSameBits(other.change);
    }
}
