package org.taagem.nn;

import org.taagem.data.Batch;
import org.taagem.state.Stateful;

/**
 * What is believed of a network's parameters: a normal distribution for each, on its own. The network has the means as its parameters.
 *
 * <p>A parameter that can make no difference to a batch, such as a weight of an input that is zero in all of its samples, has a
 * gradient of zero whatever its value. It is left out, draw and all: neither its mean nor its spread would move.
 */
public interface Posterior extends Stateful {
    /**
     * Draws parameters, and takes in the gradient there: that of the mean softmax cross-entropy over a batch. Until {@link #update}, the
     * network has the parameters that were drawn: {@code theta = mu + epsilon sigma}, epsilon standard normal.
     *
     * @param batch at least one sample
     * @throws IllegalArgumentException if the batch is empty or a sample does not fit the network
     */
    void collect(Batch batch);

    /**
     * Moves means and spreads by what was collected, gives the network the means, and forgets what was collected: {@code mu -= eta
     * sigma^2 E[g]}, {@code sigma := sigma sqrt(1 + (sigma E[g epsilon] / 2)^2) - sigma^2 E[g epsilon] / 2}.
     *
     * @param eta how far the means move, more than 0
     * @param scale makes expectations of sums over what was collected
     */
    void update(double eta, double scale);

    /**
     * Returns the spreads.
     *
     * @return sigma, {@code [parameterCount]}, in the order of {@link Network#parameters()}, more than 0
     */
    float[] spreads();
}
