import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.taagem.experiment.Summary;
import org.taagem.report.RunRecordFile;

/** Prints the numbers of many runs as a Markdown table: a row per stream and strategy, with mean and standard deviation. */
public final class Tabulate {
    private Tabulate() {}

    public static void main(String[] args) throws IOException {
        Map<String, List<RunRecord>> groups = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of(args[0]))) {
            files = walk.filter(file -> file.endsWith(RunRecordFile.NAME)).sorted().toList();
        }
        for (Path file : files) {
            RunRecord record = RunRecordFile.read(file);
            if (record.status() == RunStatus.FINISHED) {
                String group = record.config().get("task_type") + " | " + record.config().get("strategy");
                groups.computeIfAbsent(group, key -> new ArrayList<>()).add(record);
            }
        }
        System.out.println("| stream | strategy | seeds | ACC | forgetting | BWT | mean overall (legacy) | last overall"
                + " | first-task forgetting (legacy) | projected | wall time, s |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        groups.forEach((group, records) -> System.out.println(row(group, records)));
        System.out.println();
        System.out.println("Built from: " + distinct(groups, record -> record.environment().gitCommit()) + ". Java: "
                + distinct(groups, record -> record.environment().javaVersion()) + ".");
    }

    private static String row(String group, List<RunRecord> records) {
        String seeds = records.stream()
                .map(record -> String.valueOf(record.config().get("seed")))
                .sorted()
                .collect(Collectors.joining(" "));
        return "| " + group + " | " + seeds + " | "
                + Stream.<Function<Summary, OptionalDouble>>of(
                                Summary::acc, Summary::forgetting, Summary::bwt, Summary::averageAccuracy)
                        .map(number -> meanAndDeviation(records, record -> number.apply(record.summary())))
                        .collect(Collectors.joining(" | "))
                + " | " + meanAndDeviation(records, Tabulate::lastOverall)
                + " | " + meanAndDeviation(records, record -> record.summary().firstTaskForgetting())
                + " | " + meanAndDeviation(records, record -> OptionalDouble.of(record.summary().projectionRate()))
                + " | " + String.format(Locale.ROOT, "%.0f", records.stream().mapToDouble(RunRecord::wallTime).average().orElseThrow())
                + " |";
    }

    private static OptionalDouble lastOverall(RunRecord record) {
        return OptionalDouble.of(record.evaluations().get(record.evaluations().size() - 1).overallAccuracy());
    }

    /** The sample standard deviation, with n - 1 below. */
    private static String meanAndDeviation(List<RunRecord> records, Function<RunRecord, OptionalDouble> number) {
        double[] values = records.stream()
                .map(number)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        double mean = java.util.Arrays.stream(values).average().orElse(Double.NaN);
        double squares = java.util.Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        String text = String.format(Locale.ROOT, "%.3f", mean);
        return values.length < 2
                ? text
                : text + String.format(Locale.ROOT, " ± %.3f", Math.sqrt(squares / (values.length - 1)));
    }

    private static String distinct(Map<String, List<RunRecord>> groups, Function<RunRecord, String> fact) {
        return groups.values().stream().flatMap(List::stream).map(fact).distinct().sorted().collect(Collectors.joining(", "));
    }
}
