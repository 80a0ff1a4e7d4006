package org.taagem.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a bench is to run, as its specification says: every learner with every memory on every stream with every seed, and
 * with every value of what is varied.
 *
 * @param heading what stands above its tables
 * @param keys what all runs have in common
 * @param axes what the runs differ in
 * @param seeds the seeds
 * @param memoryBudget how many samples every memory must have room for, if that is to be checked
 * @param baseline the learner that the others are compared with
 */
record BenchSpec(Heading heading, Keys keys, Axes axes, Seeds seeds, OptionalInt memoryBudget, String baseline) {
    /** Returns the same with keys of the command line, which lie above all others. */
    BenchSpec with(Map<String, Object> given) {
        return new BenchSpec(heading, new Keys(keys.config(), keys.set(), given), axes, seeds, memoryBudget, baseline);
    }

    /**
     * What stands above the tables.
     *
     * @param title a line
     * @param about a paragraph; may be empty
     */
    record Heading(String title, String about) {}

    /**
     * What all runs have in common.
     *
     * @param config the keys of a preset or file
     * @param set keys that lie above it
     * @param given keys of the command line, which lie above all others
     */
    record Keys(Map<String, Object> config, Map<String, Object> set, Map<String, Object> given) {}

    /**
     * The seeds of the runs, each list ascending.
     *
     * @param first those of the tables
     * @param again those of a second table, beside the first; may be empty
     */
    record Seeds(List<Long> first, List<Long> again) {
        /** Returns all of them, in the order in which they are run. */
        List<Long> all() {
            return Stream.concat(first.stream(), again.stream()).toList();
        }
    }

    /**
     * What the runs differ in: names with the keys that each sets, in order.
     *
     * @param learners the learners
     * @param memories the memories of those that rehearse; empty if there is no such axis
     * @param streams the streams
     * @param vary what is varied, if anything
     * @param leaveOut the learners that are left out of a stream, by stream
     */
    record Axes(
            Map<String, Map<String, Object>> learners,
            Map<String, Map<String, Object>> memories,
            Map<String, Map<String, Object>> streams,
            Optional<BenchVary> vary,
            Map<String, Set<String>> leaveOut) {}
}
