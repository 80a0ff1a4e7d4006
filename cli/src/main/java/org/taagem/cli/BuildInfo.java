package org.taagem.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What was built.
 *
 * @param version version of taagem
 * @param commit git commit it was built from, abbreviated, or {@code unknown}
 * @param commitHash the whole hash of that commit, or {@code unknown}
 */
record BuildInfo(String version, String commit, String commitHash) {
    /** What a field says where it is not known. */
    static final String UNKNOWN = "unknown";

    /** Reads what the build wrote beside this class. */
    static BuildInfo read() {
        Properties build = new Properties();
        try (InputStream resource = BuildInfo.class.getResourceAsStream("build.properties")) {
            if (resource == null) {
                throw new IllegalStateException("build.properties is not beside this class; build taagem again");
            }
            build.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BuildInfo(
                build.getProperty("version", UNKNOWN),
                build.getProperty("commit", UNKNOWN),
                build.getProperty("commit_hash", UNKNOWN));
    }
}
