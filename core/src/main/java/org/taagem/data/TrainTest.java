package org.taagem.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A data set as it is used: one part to train on, another to test with, and where both came from.
 *
 * @param name the data set's name as in a configuration, such as {@code mnist}
 * @param train what is learned
 * @param test what accuracy is measured on; never learned
 * @param source where the data was found, in words for the user
 * @param sha256 SHA-256 of the content of every file read, by file name, as 64 hexadecimal digits
 * @param nativeTasks the tasks that the data has of its own, in the order of their samples; empty if it has none
 * @param encoding how raw records became samples, if that was fitted to the data
 */
public record TrainTest(
        String name,
        Dataset train,
        Dataset test,
        String source,
        Map<String, String> sha256,
        List<NativeTask> nativeTasks,
        Optional<Encoding> encoding) {
    public TrainTest {
        sha256 = Map.copyOf(sha256);
        nativeTasks = List.copyOf(nativeTasks);
        if (train.features() != test.features() || train.classes() != test.classes()) {
            throw new IllegalArgumentException("training data has " + train.features() + " features and "
                    + train.classes() + " classes, test data " + test.features() + " and " + test.classes());
        }
        check(nativeTasks, train.size(), test.size());
    }

    /**
     * Makes a data set that was read from no files, has no tasks of its own, and to which nothing was fitted.
     *
     * @param name the data set's name as in a configuration
     * @param train what is learned
     * @param test what accuracy is measured on; never learned
     * @param source where the data came from, in words for the user
     */
    public TrainTest(String name, Dataset train, Dataset test, String source) {
        this(name, train, test, source, Map.of(), List.of(), Optional.empty());
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
