package org.taagem.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What somebody asked a bench for.
 *
 * @param plan what is to be run
 * @param source the specification as it was written
 * @param jobs runs at once
 * @param tables where tables are to be written, and whether they are all that is wanted
 */
record BenchRequest(BenchPlan plan, Source source, int jobs, Tables tables) {
    /**
     * The tables.
     *
     * @param markdown where they are to be written too, if anywhere
     * @param alone whether nothing is to be run
     */
    record Tables(Optional<Path> markdown, boolean alone) {}

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
