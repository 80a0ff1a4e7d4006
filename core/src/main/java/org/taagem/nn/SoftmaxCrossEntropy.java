package org.taagem.nn;

import org.taagem.data.Batch;

/**
 * The loss of a classifier: the negative logarithm of the probability that the softmax of its logits gives the true
 * class.
 *
 * <p>Computed in double precision with functions whose results are the same on every machine and JDK.
 */
final class SoftmaxCrossEntropy {
    private SoftmaxCrossEntropy() {}

    /** This loss in the form of {@link Loss}. */
    static double differentiate(Batch batch, int row, float[] logits) {
        return gradient(logits, 0, logits.length, batch.get(row).label(), 1);
    }

    /**
     * Computes the probabilities of one sample.
     *
     * @param rows the logits of some samples
     * @param row which sample
     * @return {@code [classes]}, with a sum of 1
     */
    static double[] probabilities(Rows rows, int row) {
        return probabilities(rows.array(row), rows.offset(row), rows.width());
    }

    /**
     * Computes the probabilities of one sample.
     *
     * @param logits the logits, among others
     * @param first where they begin
     * @param classes how many there are
     * @return {@code [classes]}, with a sum of 1
     */
    static double[] probabilities(float[] logits, int first, int classes) {
        double[] probabilities = new double[classes];
        double max = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < probabilities.length; j++) {
            max = Math.max(max, logits[first + j]);
        }
        double sum = 0;
        for (int j = 0; j < probabilities.length; j++) {
            probabilities[j] = Exponential.of(logits[first + j] - max);
            sum += probabilities[j];
        }
        for (int j = 0; j < probabilities.length; j++) {
            probabilities[j] /= sum;
        }
        return probabilities;
    }

    /**
     * Replaces the logits of one sample by the gradient of its loss: {@code (softmax(z) - onehot(label)) * weight}.
     *
     * @param rows the logits of some samples, those of one overwritten
     * @param row which sample
     * @param label the true class
     * @param weight the sample's share of the mean, such as 1 / batch size
     * @return the loss of the sample, unweighted, in nats
     */
    static double gradient(Rows rows, int row, int label, double weight) {
        int first = rows.offset(row);
        return gradient(rows.array(row), first, first + rows.width(), label, weight);
    }

    @SuppressWarnings("checkstyle:ParameterNumber") // an object around them would be made anew for every sample
    private static double gradient(float[] logits, int first, int end, int label, double weight) {
        double max = Double.NEGATIVE_INFINITY;
        for (int j = first; j < end; j++) {
            max = Math.max(max, logits[j]);
        }
        double sum = 0;
        double ofLabel = logits[first + label] - max;
        for (int j = first; j < end; j++) {
            double exp = Exponential.of(logits[j] - max);
            sum += exp;
            logits[j] = (float) exp;
        }
        for (int j = first; j < end; j++) {
            logits[j] = (float) (logits[j] / sum * weight);
        }
        logits[first + label] = (float) ((Exponential.of(ofLabel) / sum - 1) * weight);
        return StrictMath.log(sum) - ofLabel;
    }
}
