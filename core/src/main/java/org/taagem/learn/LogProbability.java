package org.taagem.learn;

import org.taagem.data.Batch;
import org.taagem.nn.Loss;

/** The logarithm of the probability that the softmax of the logits gives one class, whatever the label. */
final class LogProbability implements Loss {
    private int chosen;

    /** Chooses the class. */
    void of(int label) {
        chosen = label;
    }

    @Override
    public double differentiate(Batch batch, int row, float[] logits) {
        double value = value(logits);
        double max = max(logits);
        double sum = sum(logits, max);
        for (int j = 0; j < logits.length; j++) {
            logits[j] = (float) ((j == chosen ? 1 : 0) - StrictMath.exp(logits[j] - max) / sum);
        }
        return value;
    }

    /** Returns the logarithm of the probability. */
    double value(float[] logits) {
        double max = max(logits);
        return logits[chosen] - max - StrictMath.log(sum(logits, max));
    }

    private static double max(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        return max;
    }

    private static double sum(float[] logits, double max) {
        double sum = 0;
        for (float logit : logits) {
            sum += StrictMath.exp(logit - max);
        }
        return sum;
    }
}
