package org.taagem.learn;

import java.util.List;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;

/**
 * A model that learns from a stream, batch by batch, and can be asked at any time.
 *
 * <p>It is never told which task a batch belongs to or when a task ends.
 */
public interface ContinualLearner {
    /**
     * Learns from a batch: one step.
     *
     * @param batch at least one sample
     * @return the mean loss over the batch before the step, in nats
     */
    double observe(Batch batch);

    /**
     * Says which class each input most likely belongs to. Learns nothing.
     *
     * @param inputs {@code [n]} vectors of as many features as the learner was made for
     * @return {@code [n]} classes, 0 or more
     */
    int[] predict(List<FeatureVector> inputs);
}
