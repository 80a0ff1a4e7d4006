package org.taagem.data;

/** How the numbers of a column are scaled; what it takes is fitted on training data alone. */
public enum Scaling {
    /** To 0..1: the smallest becomes 0, the largest 1. */
    MIN_MAX,
    /** To mean 0 and standard deviation 1 (of the training samples, dividing by their number). */
    Z_SCORE,
    /** Not at all. */
    NONE
}
