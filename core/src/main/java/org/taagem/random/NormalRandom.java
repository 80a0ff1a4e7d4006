package org.taagem.random;

import java.util.random.RandomGenerator;

/**
 * Draws from the standard normal distribution, in bulk and fast: from 4096 equally likely values, the medians of as many slices
 * of the distribution, stretched to a variance of 1.
 *
 * <p>The tails end at 3.7 standard deviations. That does for noise that is averaged over; it would not do for rare events.
 */
public final class NormalRandom {
    private static final int BITS = 12;
    private static final int VALUES = 1 << BITS;
    private static final int PER_LONG = Long.SIZE / BITS;
    private static final float[] TABLE = table();

    private final RandomGenerator random;

    /**
     * Makes a generator.
     *
     * @param random the source of chance
     */
    public NormalRandom(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Fills an array.
     *
     * @param values overwritten by independent draws
     */
    public void fill(float[] values) {
        fill(values, 0, values.length);
    }

    /**
     * Fills a part of an array.
     *
     * @param values its elements from..to-1 are overwritten by independent draws
     * @param from index of the first
     * @param to one more than that of the last
     */
    public void fill(float[] values, int from, int to) {
        int whole = to - (to - from) % PER_LONG;
        for (int i = from; i < whole; i += PER_LONG) {
            long bits = random.nextLong();
            values[i] = value(bits);
            values[i + 1] = value(bits >>> BITS);
            values[i + 2] = value(bits >>> (2 * BITS));
            values[i + 3] = value(bits >>> (3 * BITS));
            values[i + 4] = value(bits >>> (4 * BITS));
        }
        if (whole < to) {
            long bits = random.nextLong();
            for (int i = whole; i < to; i++) {
                values[i] = value(bits);
                bits >>>= BITS;
            }
        }
    }

    private static float value(long bits) {
        return TABLE[(int) bits & (VALUES - 1)];
    }

    private static float[] table() {
        double[] quantiles = new double[VALUES];
        double squares = 0;
        for (int k = 0; k < VALUES; k++) {
            quantiles[k] = quantile((k + 0.5) / VALUES);
            squares += quantiles[k] * quantiles[k];
        }
        float[] table = new float[VALUES];
        double stretch = Math.sqrt(VALUES / squares);
        for (int k = 0; k < VALUES; k++) {
            table[k] = (float) (quantiles[k] * stretch);
        }
        return table;
    }

    /** Halves the interval in which the distribution function passes a probability, until it is as narrow as can be. */
    private static double quantile(double probability) {
        double low = -8;
        double high = 8;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (distribution(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /**
     * The standard normal distribution function by its series around 0 (Marsaglia 2004, <a
     * href="https://doi.org/10.18637/jss.v011.i04">doi:10.18637/jss.v011.i04</a>).
     */
    private static double distribution(double x) {
        double sum = x;
        double term = x;
        for (int i = 3; Math.abs(term) > 1e-17; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * StrictMath.exp(-0.5 * x * x) / StrictMath.sqrt(2 * Math.PI);
    }
}
