package org.taagem.nn;

/** Takes the steps of a network's parameters, given gradients. */
public interface Optimizer {
    /**
     * Takes a step.
     *
     * @param gradient the way to descend; may be changed
     * @param loss the mean loss of the step's batch, before the step
     */
    void step(Gradient gradient, double loss);

    /**
     * Returns the learning rate of the last step.
     *
     * @return more than 0; 0 before the first step
     */
    double learningRate();
}
