package org.taagem.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What becomes test data.
 *
 * @param data where the test data lies ({@code test_data}), if it has a place of its own
 * @param share the share of the data that is held out where it has not ({@code test_share}), above 0 and below 1
 */
public record TestSettings(Optional<Path> data, double share) {
    /** A fifth is held out. */
    public static final TestSettings DEFAULTS = new TestSettings(Optional.empty(), 0.2);

    public TestSettings {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("test share is " + share + "; expected above 0 and below 1");
        }
    }
}
