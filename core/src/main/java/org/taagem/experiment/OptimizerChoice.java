package org.taagem.experiment;

/** The optimisers that a configuration can name. */
public enum OptimizerChoice {
    /** Plain stochastic gradient descent. */
    SGD,
    /** Gradient descent with momentum. */
    MOMENTUM,
    /** Adam (Kingma and Ba 2015). */
    ADAM
}
