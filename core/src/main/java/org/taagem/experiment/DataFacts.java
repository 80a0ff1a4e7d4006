package org.taagem.experiment;

import org.taagem.data.TrainTest;

/**
 * What a configuration needs to know of the data, where it leaves something to it.
 *
 * @param classes number of classes, at least 1
 * @param nativeTasks number of tasks that the data has of its own, 0 or more
 */
public record DataFacts(int classes, int nativeTasks) {
    /** Ten classes and no tasks, as MNIST has; for checking a configuration before the data is there. */
    public static final DataFacts USUAL = new DataFacts(10, 0);

    /** Checks the ranges. */
    public DataFacts {
        if (classes < 1 || nativeTasks < 0) {
            throw new IllegalArgumentException("data has " + classes + " classes and " + nativeTasks
                    + " tasks of its own; expected at least 1 and 0");
        }
    }

    /**
     * Looks at data.
     *
     * @param data the data
     * @return its facts
     */
    public static DataFacts of(TrainTest data) {
        return new DataFacts(data.train().classes(), data.nativeTasks().size());
    }
}
