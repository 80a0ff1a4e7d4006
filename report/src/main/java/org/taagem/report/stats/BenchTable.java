package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;

/** Learners on one stream, with one value of what is varied, against a baseline. */
final class BenchTable {
    private static final double TINY_P = 0.0001;

    private final List<BenchEntry> entries;
    private final String baseline;
    private final Confidence confidence;

    /**
     * Makes a table.
     *
     * @param entries the learners, in order
     * @param baseline the learner that the others are compared with
     * @param confidence the level of intervals and tests
     */
    BenchTable(List<BenchEntry> entries, String baseline, Confidence confidence) {
        this.entries = List.copyOf(entries);
        this.baseline = baseline;
        this.confidence = confidence;
    }

    /** A difference to the baseline, with its p value corrected for all learners of the table (Holm). */
    record Difference(MeanTest test, Figure correctedP) {}

    /**
     * Returns the difference of every learner to the baseline; of none if the baseline is not among them. The seeds with which a run
     * diverged are not drawn by chance, so there is no difference to or from a learner that has such.
     */
    Map<String, Difference> differences() {
        Map<String, MeanTest> tests = new LinkedHashMap<>();
        entry(baseline).filter(base -> !base.hasDiverged()).ifPresent(base -> entries.stream()
                .filter(entry -> !entry.equals(base) && !entry.hasDiverged())
                .forEach(entry -> tests.put(entry.place().learner(), entry.minus(base, Metric.ACC))));
        List<Figure> corrected =
                Holm.adjust(tests.values().stream().map(MeanTest::p).toList());
        Map<String, Difference> differences = new HashMap<>();
        int index = 0;
        for (Map.Entry<String, MeanTest> test : tests.entrySet()) {
            differences.put(test.getKey(), new Difference(test.getValue(), corrected.get(index++)));
        }
        return differences;
    }

    private Optional<BenchEntry> entry(String learner) {
        return entries.stream()
                .filter(entry -> entry.place().learner().equals(learner))
                .findFirst();
    }

    /**
     * Returns the learner with the largest mean ACC of those that are not told of tasks, or if all are, of all. One of which a run diverged
     * or is missing is none of them: its mean is that of other seeds than those of the others.
     */
    Optional<BenchEntry> best() {
        List<BenchEntry> measured = entries.stream().filter(BenchEntry::hasRank).toList();
        List<BenchEntry> agnostic =
                measured.stream().filter(entry -> !entry.toldOfTasks()).toList();
        return (agnostic.isEmpty() ? measured : agnostic)
                .stream()
                        .max(Comparator.comparingDouble(
                                entry -> entry.sample(Metric.ACC).mean().orElseThrow()));
    }

    /**
     * Says whether the interval of a learner's difference to the best holds 0, so that it may be as good; with fewer than two seeds that
     * both have, nothing says that it is not. Never of one that is told of tasks where the best is not, or of which a run diverged or is
     * missing: it is outside the contest, and may well be better.
     */
    boolean mayEqualTheBest(BenchEntry entry) {
        Optional<BenchEntry> found = best();
        if (found.isEmpty() || entry.toldOfTasks() != found.get().toldOfTasks() || !entry.hasRank()) {
            return false;
        }
        BenchEntry best = found.get();
        if (best.commonSeeds(entry, Metric.ACC) < 2) {
            return true;
        }
        MeanTest test = best.minus(entry, Metric.ACC);
        double margin = test.margin(confidence) instanceof Figure.Defined defined ? defined.value() : 0;
        return test.difference() instanceof Figure.Defined difference && difference.value() <= margin;
    }

    /** Returns a row for each learner, the heading first. */
    List<List<String>> rows(ComparisonTable.Style style) {
        Map<String, Difference> differences = differences();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "learner",
                "runs",
                "ACC",
                "minus " + baseline,
                "p (Holm)",
                "mean overall",
                "forgetting",
                "wall time, s",
                "memory, samples"));
        for (BenchEntry entry : entries) {
            Optional<Difference> difference =
                    Optional.ofNullable(differences.get(entry.place().learner()));
            rows.add(List.of(
                    name(entry),
                    runs(entry),
                    accuracy(entry, style),
                    difference.map(each -> difference(each.test(), style)).orElse(NumberText.NONE),
                    difference.map(each -> p(each.correctedP())).orElse(NumberText.NONE),
                    interval(entry.sample(Metric.AVERAGE_ACCURACY), style) + mark(entry, style),
                    interval(entry.sample(Metric.FORGETTING), style) + mark(entry, style),
                    mean(entry.wallTime(), "%.1f"),
                    mean(entry.memory(), "%.0f")));
        }
        return rows;
    }

    /** Returns the name of a learner, with a mark if it is told of tasks. */
    static String name(BenchEntry entry) {
        return entry.place().learner() + (entry.toldOfTasks() ? " (told of tasks)" : "");
    }

    private static String runs(BenchEntry entry) {
        int finished = entry.runs().size();
        int planned = entry.counts().planned();
        int diverged = entry.counts().diverged();
        return (finished == planned ? String.valueOf(finished) : finished + " of " + planned)
                + (diverged == 0 ? "" : ", " + diverged + " diverged");
    }

    /** Returns the mean with its interval; marked if it is the best, or may be as good, or is outside the contest. */
    String accuracy(BenchEntry entry, ComparisonTable.Style style) {
        String text = interval(entry.sample(Metric.ACC), style) + mark(entry, style);
        if (best().filter(entry::equals).isPresent()) {
            return style.before() + text + style.after();
        }
        return mayEqualTheBest(entry) ? text + (isPlain(style) ? " ~" : " ≈") : text;
    }

    /** Returns what stands behind a mean that is not that of all seeds. */
    static String mark(BenchEntry entry, ComparisonTable.Style style) {
        if (entry.hasDiverged()) {
            return isPlain(style) ? " (diverged)" : " †";
        }
        return entry.isWhole() || entry.runs().isEmpty() ? "" : isPlain(style) ? " (not all)" : " ‡";
    }

    private static boolean isPlain(ComparisonTable.Style style) {
        return !style.plusMinus().equals("±");
    }

    private String interval(Sample sample, ComparisonTable.Style style) {
        String mean = mean(sample, "%.3f");
        return sample.margin(confidence) instanceof Figure.Defined margin
                ? mean + " " + style.plusMinus() + " " + number("%.3f", margin.value())
                : mean;
    }

    private String difference(MeanTest test, ComparisonTable.Style style) {
        if (test.difference() instanceof Figure.Defined difference) {
            String text = number("%+.3f", difference.value());
            return test.margin(confidence) instanceof Figure.Defined margin
                    ? text + " " + style.plusMinus() + " " + number("%.3f", margin.value())
                    : text;
        }
        return NumberText.NONE;
    }

    private static String mean(Sample sample, String format) {
        return sample.mean() instanceof Figure.Defined mean ? number(format, mean.value()) : NumberText.NONE;
    }

    private static String p(Figure figure) {
        return figure instanceof Figure.Defined p && p.value() < TINY_P ? "< 0.0001" : NumberText.rounded(figure);
    }

    private static String number(String format, double value) {
        String text = String.format(Locale.ROOT, format, value);
        return text.matches("[-+]?0\\.0+") ? text.replaceFirst("^-", "") : text;
    }
}
