package org.taagem.nn;

import org.taagem.data.Sample;
import org.taagem.state.Stateful;

/**
 * Gradients of single samples, each kept as it was when it was computed, while the network learns on. They are numbered; those
 * that have never been computed are zero.
 */
public interface GradientSet extends Stateful {
    /**
     * Returns how many gradients there are room for.
     *
     * @return at least 1
     */
    int size();

    /**
     * Computes a gradient at the network's present parameters.
     *
     * @param number 0..size-1: which gradient to replace
     * @param sample the sample
     * @param loss what it is the gradient of
     */
    void set(int number, Sample sample, Loss loss);

    /**
     * Computes the inner products with a gradient.
     *
     * @param g a gradient of the same network, not a sum
     * @param products {@code [at least size]}: overwritten
     */
    void dot(Gradient g, double[] products);

    /**
     * Computes the inner products with one of the set.
     *
     * @param number 0..size-1
     * @param products {@code [at least size]}: overwritten
     */
    void dot(int number, double[] products);

    /**
     * Adds multiples of all gradients to another.
     *
     * @param factors {@code [at least size]}: how much of each
     * @param g a gradient of the same network, not a sum; changed, and valid until this is called again
     */
    void addTo(double[] factors, Gradient g);
}
