package org.taagem.report.stats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;
import org.taagem.report.HarmlessText;
import org.taagem.report.StoredRun;

/** Groups of runs with their means and intervals: for people, and as files. */
public final class StatsReport {
    /** Name of the file for people. */
    public static final String TABLE = "stats.md";

    /** Name of the file with a line for every metric of every group. */
    public static final String STATISTICS = "stats.csv";

    /** Name of the file with a line for every run. */
    public static final String RUNS = "stats_runs.csv";

    private final List<RunGroup> groups;
    private final Confidence confidence;

    /**
     * Makes a report.
     *
     * @param groups what it is on
     * @param confidence how sure its intervals are to be
     */
    public StatsReport(List<RunGroup> groups, Confidence confidence) {
        this.groups = List.copyOf(groups);
        this.confidence = confidence;
    }

    /**
     * Writes a table for each group, in Markdown that is read in a terminal too.
     *
     * @param rawValues whether the value of every run is told, with all digits
     * @return the lines
     */
    public List<String> lines(boolean rawValues) {
        List<String> lines = new ArrayList<>();
        for (RunGroup group : groups) {
            GroupTable table = new GroupTable(group, confidence);
            lines.addAll(List.of("## " + table.title(), ""));
            lines.addAll(table.lines());
            lines.add("");
            if (rawValues) {
                lines.add("```");
                lines.addAll(table.rawValues());
                lines.addAll(List.of("```", ""));
            }
        }
        lines.replaceAll(HarmlessText::of);
        return lines;
    }

    /**
     * Writes {@value #TABLE}, {@value #STATISTICS} and {@value #RUNS}, in place of older ones.
     *
     * @param folder where to; it is made if it is not there
     * @return the files
     * @throws IOException if one cannot be written; an old one is untouched then
     */
    public List<Path> write(Path folder) throws IOException {
        TableFiles files = new TableFiles(folder);
        List<String> text = new ArrayList<>(List.of("# Statistics", ""));
        text.addAll(lines(true));
        files.text(TABLE, text);
        files.csv(STATISTICS, statistics());
        files.csv(RUNS, runs());
        return files.written();
    }

    private List<List<String>> statistics() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "task_type",
                "strategy",
                "settings",
                "dataset",
                "metric",
                "runs",
                "mean",
                "standard_deviation",
                "confidence",
                "low",
                "high"));
        for (RunGroup group : groups) {
            for (Metric metric : GroupTable.METRICS) {
                List<String> row = new ArrayList<>(about(group));
                row.addAll(statistics(group.sample(metric), metric));
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<String> about(RunGroup group) {
        return List.of(
                group.taskType(),
                group.strategy(),
                group.settings().text(group.apart()),
                group.runs().get(0).record().stream().dataset());
    }

    private List<String> statistics(Sample sample, Metric metric) {
        String low = "";
        String high = "";
        if (sample.margin(confidence) instanceof Figure.Defined margin) {
            double mean = sample.mean().orElseThrow();
            low = NumberText.exact(mean - margin.value());
            high = NumberText.exact(mean + margin.value());
        }
        return List.of(
                metric.key(),
                String.valueOf(sample.size()),
                NumberText.exact(sample.mean()),
                NumberText.exact(sample.standardDeviation()),
                NumberText.exact(confidence.level()),
                low,
                high);
    }

    private List<List<String>> runs() {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("task_type", "strategy", "settings", "dataset", "seed"));
        for (Metric metric : Metric.values()) {
            header.add(metric.key());
        }
        header.addAll(List.of("wall_time", "path"));
        rows.add(header);
        groups.forEach(group -> group.runs().forEach(run -> rows.add(row(group, run))));
        return rows;
    }

    private static List<String> row(RunGroup group, StoredRun run) {
        List<String> row = new ArrayList<>(about(group));
        row.add(
                RunGroup.seed(run.record()).isPresent()
                        ? String.valueOf(RunGroup.seed(run.record()).getAsLong())
                        : "");
        for (Metric metric : Metric.values()) {
            row.add(NumberText.exact(run.record().summary().get(metric)));
        }
        row.add(NumberText.exact(run.record().wallTime()));
        row.add(run.path().toString());
        return row;
    }
}
