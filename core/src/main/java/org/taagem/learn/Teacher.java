package org.taagem.learn;

import java.util.Arrays;

import org.taagem.data.Batch;
import org.taagem.nn.Loss;
import org.taagem.nn.Network;

/** What a network that does not learn says of a batch, sample by sample. */
final class Teacher {
    private final Network network;
    private final int classes;
    /** {@code [n][classes]}: what it says of the batch. */
    private float[] logits = {};
    /** {@code [classes]}. */
    private final float[] scratch;

    Teacher(Network network) {
        this.network = network;
        classes = network.outputs();
        scratch = new float[classes];
    }

    /** Looks at a batch, of which the rest of the methods speak. */
    void consider(Batch batch) {
        if (logits.length < batch.size() * classes) {
            logits = Arrays.copyOf(logits, batch.size() * classes);
        }
        network.logits(batch, logits);
    }

    /** Copies the logits of a sample. */
    void copyLogits(int row, float[] target) {
        System.arraycopy(logits, row * classes, target, 0, classes);
    }

    /** Returns the cross-entropy of a sample, in nats: minus the logarithm of the probability that its label has for the teacher. */
    double loss(Batch batch, int row) {
        copyLogits(row, scratch);
        return Loss.CROSS_ENTROPY.differentiate(batch, row, scratch);
    }
}
