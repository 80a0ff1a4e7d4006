package org.taagem.cli;

import java.io.PrintStream;
import java.util.Properties;

import org.taagem.datasets.Environment;
import org.taagem.datasets.Progress;

/**
 * Where the user reads along.
 *
 * @param interactive whether output and errors go to a terminal; no call tells that on every version of Java, so the
 *     launcher does, in the system property {@code taagem.terminal}
 * @param err where progress is shown
 */
record Terminal(boolean interactive, PrintStream err) {
    static Terminal of(Properties properties) {
        return new Terminal(Boolean.parseBoolean(properties.getProperty("taagem.terminal")), System.err);
    }

    /** Returns the machine for finding data, with progress shown here. */
    Environment environment() {
        return Environment.system(Progress.on(err, interactive));
    }
}
