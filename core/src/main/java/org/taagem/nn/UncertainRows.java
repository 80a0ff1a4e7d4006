package org.taagem.nn;

import org.taagem.random.NormalRandom;

/**
 * Rows of parameters of which a mean and a spread are known, and what it takes to move both. All loops are over one row, with one index for
 * all arrays, so that they vectorise and what they touch stays in the cache.
 */
final class UncertainRows {
    /** The parameters themselves: the means, or a draw. */
    private final Rows values;
    /** To be added to before {@link #collect}; zero after it. */
    private final Rows gradient;

    private final Rows mean;
    private final Rows spread;
    private final Rows noise;
    private final Rows sumOfG;
    private final Rows sumOfGNoise;

    UncertainRows(Rows values, Rows gradient, float spread, Rows.Layout layout) {
        this.values = values;
        this.gradient = gradient;
        mean = new Rows(layout, values.count(), values.width());
        this.spread = new Rows(layout, values.count(), values.width());
        noise = new Rows(layout, values.count(), values.width());
        sumOfG = new Rows(layout, values.count(), values.width());
        sumOfGNoise = new Rows(layout, values.count(), values.width());
        this.spread.fill(spread);
        takeMeans();
    }

    /** Takes the parameters for the means. */
    void takeMeans() {
        mean.copyAll(0, values);
    }

    Rows spreads() {
        return spread;
    }

    /** Sets a row of the parameters to a draw. */
    void draw(int row, NormalRandom normal) {
        int from = values.offset(row);
        int to = from + values.width();
        float[] theta = values.array(row);
        float[] mu = mean.array(row);
        float[] sigma = spread.array(row);
        float[] epsilon = noise.array(row);
        normal.fill(epsilon, from, to);
        for (int j = from; j < to; j++) {
            theta[j] = Math.fma(epsilon[j], sigma[j], mu[j]);
        }
    }

    /** Takes in the gradient of a row. */
    void collect(int row) {
        int from = values.offset(row);
        int to = from + values.width();
        float[] g = gradient.array(row);
        float[] epsilon = noise.array(row);
        float[] gs = sumOfG.array(row);
        float[] gEpsilons = sumOfGNoise.array(row);
        for (int j = from; j < to; j++) {
            gs[j] += g[j];
            gEpsilons[j] = Math.fma(g[j], epsilon[j], gEpsilons[j]);
            g[j] = 0;
        }
    }

    /** Moves means and spreads of a row, and sets its parameters to the means. */
    void update(int row, float eta, float scale) {
        int from = values.offset(row);
        int to = from + values.width();
        float[] theta = values.array(row);
        float[] mu = mean.array(row);
        float[] sigma = spread.array(row);
        float[] gs = sumOfG.array(row);
        float[] gEpsilons = sumOfGNoise.array(row);
        for (int j = from; j < to; j++) {
            float half = 0.5f * sigma[j] * gEpsilons[j] * scale;
            mu[j] -= eta * sigma[j] * sigma[j] * gs[j] * scale;
            sigma[j] *= (float) Math.sqrt(1 + half * half) - half;
            theta[j] = mu[j];
            gs[j] = 0;
            gEpsilons[j] = 0;
        }
    }
}
