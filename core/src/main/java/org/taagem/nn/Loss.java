package org.taagem.nn;

import org.taagem.data.Batch;

/** What a network is to make small, sample by sample: a function of the logits. */
@FunctionalInterface
public interface Loss {
    /** The negative logarithm of the probability that the softmax of the logits gives the sample's label, in nats. */
    Loss CROSS_ENTROPY = SoftmaxCrossEntropy::differentiate;

    /**
     * Replaces the logits of a sample by the derivatives of its loss.
     *
     * @param batch the batch that the sample is of
     * @param row which sample of the batch
     * @param logits {@code [classes]}: what the network says of it; overwritten
     * @return the loss of the sample
     */
    double differentiate(Batch batch, int row, float[] logits);
}
