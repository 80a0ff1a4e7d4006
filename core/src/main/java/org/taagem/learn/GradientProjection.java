package org.taagem.learn;

import org.taagem.nn.Gradient;

/** A rule that bends the gradient of a batch so that the step does less harm to what is remembered. */
@FunctionalInterface
public interface GradientProjection {
    /**
     * Bends a gradient, if need be.
     *
     * @param g the gradient of the batch; changed
     * @param gRef the reference gradient, of samples from memory
     * @return whether {@code g} was changed
     */
    boolean project(Gradient g, Gradient gRef);
}
