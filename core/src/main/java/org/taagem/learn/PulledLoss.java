package org.taagem.learn;

import org.taagem.data.Batch;
import org.taagem.nn.Loss;

/**
 * The cross-entropy, and beside it a pull of the logits to where somebody else would have them.
 *
 * <p>The pull is the derivative of the mean over the classes of the squared differences, which grow but linearly beyond a tolerance
 * (Huber 1964, <a href="https://doi.org/10.1214/aoms/1177703732">doi:10.1214/aoms/1177703732</a>): else a sample that is far off takes
 * a step that throws the next one further off, until nothing is left. What it tells of a sample is the cross-entropy alone.
 */
final class PulledLoss implements Loss {
    private final Weights weights;
    private final Aim aim;
    private final float[] target;
    private final float[] pull;

    /**
     * What counts how much.
     *
     * @param crossEntropy how much the cross-entropy counts, 0 or more
     * @param tolerance the difference of two logits from which on the pull grows no more, more than 0
     */
    record Weights(double crossEntropy, double tolerance) {}

    /** Says where logits are pulled to. */
    @FunctionalInterface
    interface Aim {
        /**
         * Aims at the logits that a sample should have.
         *
         * @param batch the batch that the sample is of
         * @param row which sample of the batch
         * @param target {@code [classes]}: those logits, to be overwritten
         * @return how strong the pull is, 0 or more
         */
        double at(Batch batch, int row, float[] target);
    }

    /**
     * Makes a loss.
     *
     * @param classes number of logits
     * @param weights what counts how much
     * @param aim says where they are pulled to
     */
    PulledLoss(int classes, Weights weights, Aim aim) {
        this.weights = weights;
        this.aim = aim;
        target = new float[classes];
        pull = new float[classes];
    }

    @Override
    public double differentiate(Batch batch, int row, float[] logits) {
        double tolerance = weights.tolerance();
        double strength = 2 * aim.at(batch, row, target) / logits.length;
        for (int j = 0; j < logits.length; j++) {
            double difference = (double) logits[j] - target[j];
            pull[j] = (float) (strength * Math.max(-tolerance, Math.min(tolerance, difference)));
        }
        double crossEntropy = CROSS_ENTROPY.differentiate(batch, row, logits);
        for (int j = 0; j < logits.length; j++) {
            logits[j] = (float) Math.fma(weights.crossEntropy(), logits[j], pull[j]);
        }
        return crossEntropy;
    }
}
