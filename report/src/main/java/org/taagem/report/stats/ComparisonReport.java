package org.taagem.report.stats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;
import org.taagem.report.HarmlessText;

/** Comparisons for people, and as files. */
public final class ComparisonReport {
    /** Name of the file for people. */
    public static final String TABLE = "compare.md";

    /** Name of the file with a line for every metric of every group. */
    public static final String MEANS = "compare.csv";

    /** Name of the file with a line for every test. */
    public static final String TESTS = "compare_tests.csv";

    /** Name of the page. */
    public static final String PAGE = "compare.html";

    private final List<Comparison> comparisons;
    private final Confidence confidence;

    /**
     * Makes a report.
     *
     * @param comparisons what it is on
     * @param confidence the level of its intervals and tests
     */
    public ComparisonReport(List<Comparison> comparisons, Confidence confidence) {
        this.comparisons = List.copyOf(comparisons);
        this.confidence = confidence;
    }

    /**
     * Writes the tables of each task type, in Markdown that is read in a terminal too.
     *
     * @param plusMinus what stands between mean and standard deviation
     * @return the lines
     */
    public List<String> lines(String plusMinus) {
        List<String> lines = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            ComparisonTable table =
                    new ComparisonTable(comparison, confidence, new ComparisonTable.Style(plusMinus, "**", "**"));
            lines.addAll(List.of("## " + comparison.taskType(), ""));
            lines.addAll(MarkdownTable.lines(table.means()));
            lines.add("");
            if (comparison.contenders().size() < 2) {
                lines.add("There is nothing to compare it with.");
            } else {
                addTests(table, lines);
            }
            lines.add("");
        }
        if (comparisons.stream().anyMatch(each -> each.contenders().size() > 1)) {
            lines.add(legend().get(0));
            legend().stream().skip(1).map(line -> "- " + line).forEach(lines::add);
        }
        lines.replaceAll(HarmlessText::of);
        return lines;
    }

    private static void addTests(ComparisonTable table, List<String> lines) {
        table.onlyPair().ifPresent(pair -> lines.addAll(List.of(pair + ":", "")));
        lines.addAll(MarkdownTable.lines(table.tests()));
        add(table.notDefined(), lines);
        lines.add("");
        if (table.settings().size() > 1) {
            lines.addAll(MarkdownTable.lines(table.settings()));
        } else {
            lines.add("All settings that they share are the same.");
        }
        add(table.notSet(), lines);
        add(table.warnings(), lines);
    }

    private static void add(List<String> block, List<String> lines) {
        if (!block.isEmpty()) {
            lines.add("");
            lines.addAll(block);
        }
    }

    /** How to read the tables. */
    List<String> legend() {
        return List.of(
                "The best mean is marked; of forgetting that is the smallest. Tests, of first minus second:",
                "test: the paired t test, by seed, where both have the same seeds, stream and data; else Welch's.",
                "p (Holm), if there are several pairs, is p corrected for all pairs of one metric and task type.",
                "differs: p, so corrected, is below " + confidence.threshold() + ".",
                "The interval is that of the one difference, not corrected.",
                "effect size: paired, d_z = difference / its standard deviation over seeds; Welch, Hedges' g.");
    }

    /**
     * Writes {@value #TABLE}, {@value #MEANS}, {@value #TESTS} and {@value #PAGE}, in place of older ones.
     *
     * @param folder where to; it is made if it is not there
     * @return the files
     * @throws IOException if one cannot be written; an old one is untouched then
     */
    public List<Path> write(Path folder) throws IOException {
        TableFiles files = new TableFiles(folder);
        List<String> text = new ArrayList<>(List.of("# Comparison", ""));
        text.addAll(lines("±"));
        files.text(TABLE, text);
        files.csv(MEANS, means());
        files.csv(TESTS, tests());
        files.page(PAGE, ComparisonPage.of(comparisons, confidence));
        return files.written();
    }

    private List<List<String>> means() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "task_type",
                "name",
                "strategy",
                "metric",
                "runs",
                "mean",
                "standard_deviation",
                "confidence",
                "margin",
                "best"));
        for (Comparison comparison : comparisons) {
            for (Metric metric : Comparison.METRICS) {
                List<Contender> best = comparison.best(metric);
                for (Contender contender : comparison.contenders()) {
                    rows.add(mean(contender, metric, best.contains(contender)));
                }
            }
        }
        return rows;
    }

    private List<String> mean(Contender contender, Metric metric, boolean best) {
        Sample sample = contender.group().sample(metric);
        return List.of(
                contender.group().taskType(),
                contender.name(),
                contender.group().strategy(),
                metric.key(),
                String.valueOf(sample.size()),
                NumberText.exact(sample.mean()),
                NumberText.exact(sample.standardDeviation()),
                NumberText.exact(confidence.level()),
                NumberText.exact(sample.margin(confidence)),
                String.valueOf(best));
    }

    private List<List<String>> tests() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "task_type",
                "metric",
                "first",
                "second",
                "test",
                "difference",
                "confidence",
                "margin",
                "t",
                "degrees_of_freedom",
                "p",
                "p_holm",
                "effect_size",
                "not_defined"));
        for (Comparison comparison : comparisons) {
            for (Metric metric : Comparison.METRICS) {
                comparison.tests(metric).forEach(pair -> rows.add(test(comparison, metric, pair)));
            }
        }
        return rows;
    }

    private List<String> test(Comparison comparison, Metric metric, PairTest pair) {
        MeanTest test = pair.test();
        return List.of(
                comparison.taskType(),
                metric.key(),
                pair.first().name(),
                pair.second().name(),
                test.kind().title(),
                NumberText.exact(test.difference()),
                NumberText.exact(confidence.level()),
                NumberText.exact(test.margin(confidence)),
                NumberText.exact(test.t()),
                NumberText.exact(test.degreesOfFreedom()),
                NumberText.exact(test.p()),
                NumberText.exact(pair.correctedP()),
                NumberText.exact(test.effectSize()),
                test.p() instanceof Figure.Undefined undefined ? undefined.reason() : "");
    }
}
