package org.taagem.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

import org.taagem.experiment.RunRecord;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;
import org.taagem.report.stats.MarkdownTable;
import org.taagem.report.stats.Sample;

/** Finished runs in a table with a row for each task type: mean and standard deviation over its runs. */
final class BatchTable {
    /** A column: its name, how to find its value in a record, and how many decimals it has. */
    private record Column(String name, Function<RunRecord, OptionalDouble> value, int decimals) {}

    private static final List<Column> COLUMNS = List.of(
            column("ACC", Metric.ACC),
            column("forgetting", Metric.FORGETTING),
            column("BWT", Metric.BWT),
            column("mean overall", Metric.AVERAGE_ACCURACY),
            new Column("wall time, s", RunRecord::wallTime, 1));

    private BatchTable() {}

    private static Column column(String name, Metric metric) {
        return new Column(name, record -> record.summary().get(metric).toOptional(), 3);
    }

    /**
     * Returns the lines of the table, in Markdown.
     *
     * @param runs the runs, in the order in which their types are to stand
     * @param plusMinus what stands between mean and standard deviation
     */
    static List<String> lines(List<BatchResult.Finished> runs, String plusMinus) {
        Map<String, List<RunRecord>> byType = new LinkedHashMap<>();
        for (BatchResult.Finished run : runs) {
            byType.computeIfAbsent(run.slot().row(), type -> new ArrayList<>()).add(run.record());
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("task type", "runs"));
        COLUMNS.forEach(column -> header.add(column.name()));
        rows.add(header);
        byType.forEach((type, records) -> {
            List<String> row = new ArrayList<>(List.of(type, String.valueOf(records.size())));
            COLUMNS.forEach(column -> row.add(cell(records, column, plusMinus)));
            rows.add(row);
        });
        return MarkdownTable.lines(rows);
    }

    /** Returns mean and standard deviation of a sample; without the latter for a single run, {@code -} where not defined. */
    private static String cell(List<RunRecord> records, Column column, String plusMinus) {
        Sample sample = new Sample(records.stream()
                .map(column.value())
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList());
        if (sample.size() == 0) {
            return "-";
        }
        String mean = number(sample.mean(), column.decimals());
        return sample.size() == 1
                ? mean
                : mean + " " + plusMinus + " " + number(sample.standardDeviation(), column.decimals());
    }

    private static String number(Figure value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value.orElseThrow());
    }
}
