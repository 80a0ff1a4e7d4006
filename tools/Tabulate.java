import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.metrics.Metric;
import org.taagem.report.RunRecordFile;

/**
 * Prints the numbers of many runs as a Markdown table: a row per stream and strategy, with mean and sample standard
 * deviation over the seeds. The first argument is a folder; the others choose columns, or all if there are none.
 */
public final class Tabulate {
    private static final Map<String, Function<RunRecord, OptionalDouble>> COLUMNS = columns();

    private Tabulate() {}

    private static Map<String, Function<RunRecord, OptionalDouble>> columns() {
        Map<String, Function<RunRecord, OptionalDouble>> columns = new LinkedHashMap<>();
        columns.put("ACC", record -> figure(record, Metric.ACC));
        columns.put("forgetting", record -> figure(record, Metric.FORGETTING));
        columns.put("BWT", record -> figure(record, Metric.BWT));
        columns.put("mean overall", record -> figure(record, Metric.AVERAGE_ACCURACY));
        columns.put("last overall", Tabulate::lastOverall);
        columns.put("first-task forgetting", record -> figure(record, Metric.FIRST_TASK_FORGETTING));
        columns.put("projected", record -> figure(record, Metric.PROJECTION_RATE));
        columns.put("wall time, s", RunRecord::wallTime);
        return columns;
    }

    public static void main(String[] args) throws IOException {
        List<String> chosen = args.length > 1
                ? Arrays.asList(args).subList(1, args.length)
                : List.copyOf(COLUMNS.keySet());
        for (String column : chosen) {
            if (!COLUMNS.containsKey(column)) {
                System.err.println("column is '" + column + "'; expected one of " + String.join(", ", COLUMNS.keySet()));
                System.exit(2);
            }
        }
        Map<String, List<RunRecord>> groups = read(Path.of(args[0]));
        System.out.println("| stream | strategy | seeds | " + String.join(" | ", chosen) + " |");
        System.out.println("|---|---|---|" + "---|".repeat(chosen.size()));
        groups.forEach((group, records) -> System.out.println("| " + group + " | " + seeds(records) + " | "
                + chosen.stream().map(column -> cell(records, COLUMNS.get(column))).collect(Collectors.joining(" | "))
                + " |"));
        System.out.println();
        System.out.println("Built from commit " + distinct(groups, record -> record.environment().gitCommit())
                + "; Java " + distinct(groups, record -> record.environment().javaVersion()) + ".");
    }

    private static Map<String, List<RunRecord>> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.endsWith(RunRecordFile.NAME)).sorted().toList();
        }
        Map<String, List<RunRecord>> groups = new TreeMap<>();
        for (Path file : files) {
            RunRecord record = RunRecordFile.read(file);
            if (record.status() == RunStatus.FINISHED) {
                String group = stream(record) + " | " + record.config().get("strategy");
                groups.computeIfAbsent(group, key -> new ArrayList<>()).add(record);
            }
        }
        return groups;
    }

    private static String stream(RunRecord record) {
        Object schedule = record.config().get("schedule");
        return record.config().get("task_type") + (schedule.equals("sequential") ? "" : ", " + schedule);
    }

    private static String seeds(List<RunRecord> records) {
        return records.stream()
                .map(record -> String.valueOf(record.config().get("seed")))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static OptionalDouble figure(RunRecord record, Metric metric) {
        return record.summary().get(metric).toOptional();
    }

    private static OptionalDouble lastOverall(RunRecord record) {
        return OptionalDouble.of(record.evaluations().get(record.evaluations().size() - 1).overallAccuracy());
    }

    private static String cell(List<RunRecord> records, Function<RunRecord, OptionalDouble> number) {
        double[] values = records.stream().map(number).flatMapToDouble(OptionalDouble::stream).toArray();
        if (values.length == 0) {
            return "not defined";
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        String digits = mean < 2 ? "%.3f" : "%.0f";
        String text = String.format(Locale.ROOT, digits, mean);
        return values.length < 2
                ? text
                : text + String.format(Locale.ROOT, " ± " + digits, Math.sqrt(squares / (values.length - 1)));
    }

    private static String distinct(Map<String, List<RunRecord>> groups, Function<RunRecord, String> fact) {
        return groups.values().stream().flatMap(List::stream).map(fact).distinct().sorted().collect(Collectors.joining(", "));
    }
}
