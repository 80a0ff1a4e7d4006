package org.taagem.learn;

/** A learner that projects gradients and counts how often. */
public interface Projecting {
    /**
     * Returns the number of steps whose gradient was changed.
     *
     * @return 0..comparedSteps
     */
    long projectedSteps();

    /**
     * Returns the number of steps whose gradient was compared with a reference gradient.
     *
     * @return 0 or more; steps taken while the memory was empty do not count
     */
    long comparedSteps();

    /**
     * Returns the share of compared steps whose gradient was changed.
     *
     * @return 0..1; 0 if none was compared
     */
    default double projectionRate() {
        return comparedSteps() == 0 ? 0 : (double) projectedSteps() / comparedSteps();
    }
}
