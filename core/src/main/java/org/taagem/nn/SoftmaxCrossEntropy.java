package org.taagem.nn;

/**
 * The loss of a classifier: the negative logarithm of the probability that the softmax of its logits gives the true
 * class.
 *
 * <p>Computed in double precision with {@link StrictMath}, whose results are the same on every machine and JDK.
 */
final class SoftmaxCrossEntropy {
    private SoftmaxCrossEntropy() {}

    /**
     * Replaces the logits of one sample by the gradient of its loss: {@code (softmax(z) - onehot(label)) * weight}.
     *
     * @param logits {@code [at least classes]}, overwritten
     * @param classes number of classes
     * @param label the true class
     * @param weight the sample's share of the mean, such as 1 / batch size
     * @return the loss of the sample, unweighted, in nats
     */
    static double gradient(float[] logits, int classes, int label, double weight) {
        double max = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < classes; j++) {
            max = Math.max(max, logits[j]);
        }
        double sum = 0;
        double ofLabel = logits[label] - max;
        for (int j = 0; j < classes; j++) {
            double exp = StrictMath.exp(logits[j] - max);
            sum += exp;
            logits[j] = (float) exp;
        }
        for (int j = 0; j < classes; j++) {
            logits[j] = (float) (logits[j] / sum * weight);
        }
        logits[label] = (float) ((StrictMath.exp(ofLabel) / sum - 1) * weight);
        return StrictMath.log(sum) - ofLabel;
    }
}
