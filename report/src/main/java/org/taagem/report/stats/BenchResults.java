package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has come of a bench: learners on streams, each with several seeds.
 *
 * @param heading what stands above the tables
 * @param baseline the learner that the others are compared with
 * @param varied what is varied, such as a key; absent if nothing is
 * @param entries what has come of each learner on each stream, in the order of the tables
 * @param again the same entries with seeds of their own, to see whether the order holds; empty if they were not asked for
 * @param missing a line for every run that failed or was not made
 */
public record BenchResults(
        Heading heading,
        String baseline,
        Optional<String> varied,
        List<BenchEntry> entries,
        List<BenchEntry> again,
        List<String> missing) {
    /** Makes copies that nobody changes. */
    public BenchResults {
        entries = List.copyOf(entries);
        again = List.copyOf(again);
        missing = List.copyOf(missing);
    }

    /**
     * What stands above the tables.
     *
     * @param title a line
     * @param about a paragraph; may be empty
     * @param facts how the runs were made, by name: the command, the seeds, the machine
     * @param specification what was asked for, as it was written
     */
    public record Heading(String title, String about, Map<String, String> facts, String specification) {}

    /** Returns the streams, in order. */
    List<String> streams() {
        return entries.stream().map(entry -> entry.place().stream()).distinct().toList();
    }

    /** Returns the learners, in order. */
    List<String> learners() {
        return entries.stream().map(entry -> entry.place().learner()).distinct().toList();
    }

    /** Returns the entries of a stream with the first seeds, in order. */
    List<BenchEntry> first(String stream) {
        return ofStream(entries, stream);
    }

    /** Returns the entries of a stream with the other seeds, in order. */
    List<BenchEntry> again(String stream) {
        return ofStream(again, stream);
    }

    private static List<BenchEntry> ofStream(List<BenchEntry> entries, String stream) {
        return entries.stream()
                .filter(entry -> entry.place().stream().equals(stream))
                .toList();
    }

    /** Returns the entries of a stream for each value of what is varied, in order; under NaN if nothing is. */
    Map<Double, List<BenchEntry>> of(String stream) {
        Map<Double, List<BenchEntry>> byValue = new LinkedHashMap<>();
        first(stream).forEach(entry -> byValue.computeIfAbsent(
                        entry.place().value().orElse(Double.NaN), value -> new ArrayList<>())
                .add(entry));
        return byValue;
    }
}
