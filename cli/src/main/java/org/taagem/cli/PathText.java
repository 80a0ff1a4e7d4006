package org.taagem.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.taagem.experiment.ConfigException;
import org.taagem.report.HarmlessText;

/** Reads paths that a user wrote. */
final class PathText {
    private PathText() {}

    /**
     * Reads a path.
     *
     * @throws ConfigException if this system has no such paths; it names the key or option
     */
    static Path parse(String key, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new ConfigException(
                    key + " is '" + HarmlessText.of(text) + "'; expected a path (" + e.getReason() + ")", e);
        }
    }
}
