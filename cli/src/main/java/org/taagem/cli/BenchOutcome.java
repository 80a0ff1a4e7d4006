package org.taagem.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.taagem.experiment.DataFacts;
import org.taagem.experiment.RunRecord;
import org.taagem.report.stats.BenchEntry;
import org.taagem.report.stats.BenchResults;

/**
 * What has become of the runs of a bench.
 *
 * @param request what was asked for
 * @param runs what has become of each run, by place
 */
record BenchOutcome(BenchRequest request, Map<BatchSlot, BatchResult> runs) {
    /** Returns what the tables are made of. */
    BenchResults results(List<BenchSessions.Session> sessions) {
        BenchSpec spec = request.plan().spec();
        List<BenchEntry> entries = entries(spec.seeds().first());
        return new BenchResults(
                new BenchResults.Heading(
                        spec.heading().title(),
                        spec.heading().about(),
                        facts(sessions),
                        request.source().text()),
                baseline(entries),
                spec.axes().vary().map(BenchVary::name),
                entries,
                spec.seeds().again().isEmpty()
                        ? List.of()
                        : entries(spec.seeds().again()),
                missing());
    }

    private List<BenchEntry> entries(List<Long> seeds) {
        return request.plan().cells().stream().map(cell -> entry(cell, seeds)).toList();
    }

    /** With several memories the baseline is the learner with the first of them. */
    private String baseline(List<BenchEntry> entries) {
        BenchSpec spec = request.plan().spec();
        String alone = BenchCells.row(spec.baseline(), Optional.empty());
        return spec.axes().memories().keySet().stream()
                .map(memory -> BenchCells.row(spec.baseline(), Optional.of(memory)))
                .filter(row -> entries.stream()
                        .anyMatch(entry -> entry.place().learner().equals(row)))
                .findFirst()
                .orElse(alone);
    }

    private BenchEntry entry(BenchCell cell, List<Long> seeds) {
        SortedMap<Long, RunRecord> records = new TreeMap<>();
        int diverged = 0;
        for (long seed : seeds) {
            BatchResult result = runs.get(cell.slot(seed));
            if (result instanceof BatchResult.Finished finished) {
                records.put(seed, finished.record());
            } else if (result instanceof BatchResult.Failed failed && failed.diverged()) {
                diverged++;
            }
        }
        Optional<BenchVary.Value> value = cell.value();
        BenchEntry.Place place = new BenchEntry.Place(
                cell.stream(),
                cell.learner(),
                value.isPresent() ? OptionalDouble.of(value.get().at()) : OptionalDouble.empty());
        boolean told = cell.settings(DataFacts.USUAL).experiment().strategy().knowsTasks();
        return new BenchEntry(place, told, new BenchEntry.Counts(seeds.size(), diverged), records);
    }

    private Map<String, String> facts(List<BenchSessions.Session> sessions) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("command", "`" + request.source().command() + "`");
        facts.put("runs", finished() + " of " + request.plan().slots().size());
        BenchSpec.Seeds seeds = request.plan().spec().seeds();
        facts.put("seeds", joined(seeds.first()));
        if (!seeds.again().isEmpty()) {
            facts.put("other seeds", joined(seeds.again()));
        }
        facts.put("commit", commits());
        if (!sessions.isEmpty()) { // or runs were brought here from elsewhere, and nobody knows
            facts.put(
                    "machine",
                    sessions.stream()
                            .map(BenchSessions.Session::machine)
                            .distinct()
                            .collect(Collectors.joining(" | ")));
            facts.put("total wall time", total(sessions));
        }
        return facts;
    }

    /** Runs of several commits may have come of programs that are not alike, so it is told how many there are of each. */
    private String commits() {
        Map<String, Integer> runsOf = new LinkedHashMap<>();
        records().forEach(record -> runsOf.merge(record.environment().gitCommit(), 1, Integer::sum));
        return runsOf.size() == 1
                ? joined(List.copyOf(runsOf.keySet()))
                : joined(runsOf.entrySet().stream()
                        .map(commit -> commit.getKey() + " (" + commit.getValue() + ")")
                        .toList());
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String total(List<BenchSessions.Session> sessions) {
        double seconds =
                sessions.stream().mapToDouble(BenchSessions.Session::seconds).sum();
        double runs = records().stream()
                .mapToDouble(record -> record.wallTime().orElse(0))
                .sum();
        List<Integer> jobs =
                sessions.stream().map(BenchSessions.Session::jobs).distinct().toList();
        return time(seconds) + ", with "
                + jobs.stream().map(String::valueOf).collect(Collectors.joining(" or "))
                + (jobs.equals(List.of(1)) ? " run" : " runs") + " at once; all runs together "
                + time(runs);
    }

    private static String time(double seconds) {
        long minutes = Math.round(seconds / 60);
        return seconds < 600
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : minutes < 600 ? minutes + " min" : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }

    private List<RunRecord> records() {
        List<RunRecord> records = new ArrayList<>();
        runs.values().forEach(result -> {
            if (result instanceof BatchResult.Finished finished) {
                records.add(finished.record());
            }
        });
        return records;
    }

    private int finished() {
        return records().size();
    }

    private List<String> missing() {
        List<String> lines = new ArrayList<>();
        request.plan().slots().forEach(slot -> {
            if (runs.get(slot) instanceof BatchResult.Failed failed) {
                lines.add(failed.diverged() ? "diverged: " + slot : "failed: " + slot + ": " + failed.reason());
            }
        });
        long stopped = runs.values().stream()
                .filter(BatchResult.Stopped.class::isInstance)
                .count();
        if (stopped > 0) {
            lines.add("not finished: " + stopped + (stopped == 1 ? " run" : " runs"));
        }
        return lines;
    }

    /** Returns what has become of all runs, in a few lines. */
    List<String> summary() {
        List<String> lines = new ArrayList<>();
        int all = request.plan().slots().size();
        lines.add(request.plan().spec().heading().title() + ": " + finished() + " of " + all + " runs finished");
        missing().forEach(line -> lines.add("  " + line));
        if (runs.values().stream().anyMatch(BatchResult::isMissing)) {
            lines.add("The same command again runs what is missing.");
        }
        return lines;
    }
}
