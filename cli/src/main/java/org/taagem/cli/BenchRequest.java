package org.taagem.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What somebody asked a bench for.
 *
 * @param plan what is to be run
 * @param source the specification as it was written
 * @param jobs runs at once
 * @param markdown where the tables are to be written too, if anywhere
 */
record BenchRequest(BenchPlan plan, Source source, int jobs, Optional<Path> markdown) {
    /**
     * A specification.
     *
     * @param name how its file was named
     * @param text its YAML
     */
    record Source(String name, String text) {
        /** Returns the command that makes the same tables, without a path that only one machine has. */
        String command() {
            Path file = Path.of(name);
            return "taagem bench " + (file.isAbsolute() ? file.getFileName() : name);
        }
    }
}
