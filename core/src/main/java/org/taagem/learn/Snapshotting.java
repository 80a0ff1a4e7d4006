package org.taagem.learn;

import org.taagem.nn.Classifier;

/** A learner that can be tested as it is now while it learns on. */
public interface Snapshotting {
    /**
     * Copies what the learner predicts with.
     *
     * @return a classifier that goes on predicting, bit for bit, what this learner would predict now, whatever it
     *     learns later; one other thread may use it meanwhile
     */
    Classifier snapshot();
}
