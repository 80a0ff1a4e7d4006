package org.taagem.data;

import java.util.List;
import java.util.Map;

/**
 * A data set as it is used: one part to train on, another to test with, and where both came from.
 *
 * @param name the data set's name as in a configuration, such as {@code mnist}
 * @param train what is learned
 * @param test what accuracy is measured on; never learned
 * @param source where the data was found, in words for the user
 * @param sha256 SHA-256 of the content of every file read, by file name, as 64 hexadecimal digits
 * @param nativeTasks the tasks that the data has of its own, in the order of their samples; empty if it has none
 */
public record TrainTest(
        String name,
        Dataset train,
        Dataset test,
        String source,
        Map<String, String> sha256,
        List<NativeTask> nativeTasks) {
    public TrainTest {
        sha256 = Map.copyOf(sha256);
        nativeTasks = List.copyOf(nativeTasks);
        if (train.features() != test.features() || train.classes() != test.classes()) {
            throw new IllegalArgumentException("training data has " + train.features() + " features and "
                    + train.classes() + " classes, test data " + test.features() + " and " + test.classes());
        }
        check(nativeTasks, train.size(), test.size());
    }

    private static void check(List<NativeTask> tasks, int trainSize, int testSize) {
        for (int k = 0; k < tasks.size(); k++) {
            NativeTask task = tasks.get(k);
            if (k > 0 && !task.follows(tasks.get(k - 1))) {
                throw new IllegalArgumentException("the samples of task '" + task.name() + "' begin before those of '"
                        + tasks.get(k - 1).name() + "' end; expected one task after the other");
            }
            if (task.trainTo() > trainSize || task.testTo() > testSize) {
                throw new IllegalArgumentException("task '" + task.name() + "' ends at training sample "
                        + task.trainTo() + " and test sample " + task.testTo() + "; there are only " + trainSize
                        + " and "
                        + testSize);
            }
        }
    }
}
