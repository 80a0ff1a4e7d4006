package org.taagem.data;

/**
 * A task that the data itself has, such as one value of a column or one of several data sets: a stretch of the training
 * samples and one of the test samples.
 *
 * @param name what sets the task apart, for people
 * @param trainFrom index of its first training sample
 * @param trainTo index after that of its last training sample
 * @param testFrom index of its first test sample
 * @param testTo index after that of its last test sample
 */
public record NativeTask(String name, int trainFrom, int trainTo, int testFrom, int testTo) {
    /** Checks that both stretches hold something. */
    public NativeTask {
        check(name, "training", trainFrom, trainTo);
        check(name, "test", testFrom, testTo);
    }

    private static void check(String name, String part, int from, int to) {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "task '" + name + "' has " + part + " samples " + from + ".." + to + "; expected at least one");
        }
    }

    /** Says whether the task begins where another is over, in both parts. */
    boolean follows(NativeTask other) {
        return trainFrom >= other.trainTo && testFrom >= other.testTo;
    }
}
