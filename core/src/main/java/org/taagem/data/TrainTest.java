package org.taagem.data;

import java.util.Map;

/**
 * A data set as it is used: one part to train on, another to test with, and where both came from.
 *
 * @param name the data set's name as in a configuration, such as {@code mnist}
 * @param train what is learned
 * @param test what accuracy is measured on; never learned
 * @param source where the data was found, in words for the user
 * @param sha256 SHA-256 of the content of every file read, by file name, as 64 hexadecimal digits
 */
public record TrainTest(String name, Dataset train, Dataset test, String source, Map<String, String> sha256) {
    public TrainTest {
        sha256 = Map.copyOf(sha256);
        if (train.features() != test.features() || train.classes() != test.classes()) {
            throw new IllegalArgumentException("training data has " + train.features() + " features and "
                    + train.classes() + " classes, test data " + test.features() + " and " + test.classes());
        }
    }
}
