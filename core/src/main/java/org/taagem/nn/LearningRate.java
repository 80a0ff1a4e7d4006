package org.taagem.nn;

/** Says how large the next step is. */
public interface LearningRate {
    /**
     * Returns the learning rate of the step that is about to be taken.
     *
     * @param loss the mean loss of the step's batch, before the step
     * @return more than 0
     */
    double next(double loss);

    /**
     * Makes a learning rate that never changes.
     *
     * @param rate more than 0
     * @return the constant rate
     */
    static LearningRate constant(double rate) {
        return new ConstantLearningRate(rate);
    }
}
