package org.taagem.learn;

/** A learner whose steps no optimiser takes, so that it has a learning rate of its own. */
public interface Paced {
    /**
     * Returns the learning rate of the last step, for records.
     *
     * @return more than 0
     */
    double learningRate();
}
