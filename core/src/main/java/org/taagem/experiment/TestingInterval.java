package org.taagem.experiment;

/**
 * How often accuracy is measured.
 *
 * @param batches every so many batches; 0 for the end of every epoch
 */
public record TestingInterval(int batches) {
    public TestingInterval {
        if (batches < 0) {
            throw new ConfigException("testing_interval is " + batches + "; expected a number of batches, or epoch");
        }
    }

    /** At the end of every epoch. */
    public static final TestingInterval EPOCH = new TestingInterval(0);

    /**
     * Says whether accuracy is due inside an epoch.
     *
     * @param step number of batches learned so far
     * @return whether to measure now
     */
    boolean dueAfterStep(long step) {
        return batches > 0 && step % batches == 0;
    }

    /** Says whether accuracy is measured at the end of every epoch. */
    boolean atEpochEnd() {
        return batches == 0;
    }

    @Override
    public String toString() {
        return batches == 0 ? "epoch" : String.valueOf(batches);
    }
}
