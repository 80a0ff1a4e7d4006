package org.taagem.cli;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Properties;

import org.taagem.datasets.Environment;
import org.taagem.datasets.Progress;

/**
 * Where the user reads along.
 *
 * @param interactive whether output and errors go to a terminal; no call tells that on every version of Java, so the
 *     launcher does, in the system property {@code taagem.terminal}
 * @param unicode whether it shows more than ASCII
 * @param err where progress is shown
 */
record Terminal(boolean interactive, boolean unicode, PrintStream err) {
    static Terminal of(Properties properties) {
        return new Terminal(
                Boolean.parseBoolean(properties.getProperty("taagem.terminal")),
                encoding(properties).newEncoder().canEncode('█'),
                System.err);
    }

    /** The encoding of {@link System#err}, which says so itself from Java 18 on. */
    private static Charset encoding(Properties properties) {
        String upToJava18 = properties.getProperty(
                "sun.stderr.encoding", Charset.defaultCharset().name());
        return Charset.forName(properties.getProperty("stderr.encoding", upToJava18));
    }

    /** Returns the machine for finding data, with progress shown here. */
    Environment environment() {
        return Environment.system(Progress.on(err, interactive));
    }
}
