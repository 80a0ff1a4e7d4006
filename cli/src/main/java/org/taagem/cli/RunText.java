package org.taagem.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.StreamFacts;
import org.taagem.experiment.Summary;
import org.taagem.experiment.TaskResult;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;
import org.taagem.nn.Kernels;
import org.taagem.report.HarmlessText;

/** What to tell at the beginning and at the end of a run. */
final class RunText {
    private RunText() {}

    /**
     * What a run works on and with.
     *
     * @param stream what is learned
     * @param kernel what computes
     * @param folder where the results go
     */
    record Facts(StreamFacts stream, Kernels.Selection kernel, Path folder) {}

    /** The whole effective configuration, where the data came from and what computes. */
    static List<String> header(BuildInfo build, Map<String, Object> config, Facts facts) {
        StreamFacts stream = facts.stream();
        List<String> lines = new ArrayList<>();
        lines.add("taagem " + build.version() + " (" + build.commit() + ")");
        lines.add("");
        config.forEach((key, value) -> lines.add(field(28, key, value.equals("") ? "\"\"" : String.valueOf(value))));
        lines.add("");
        lines.add(field(12, "data", stream.source()));
        lines.add(field(
                12,
                "stream",
                stream.tasks().size() + " tasks, " + stream.epochs() + " epochs, " + stream.steps() + " steps"));
        String reason = facts.kernel().reason();
        lines.add(field(12, "kernel", facts.kernel().kernel().description() + (reason.isEmpty() ? "" : ": " + reason)));
        lines.add(field(12, "run folder", facts.folder().toString()));
        lines.add("");
        return lines;
    }

    /** Where a run is that was cut off. */
    static String goesOn(int step, StreamFacts stream) {
        return field(12, "goes on", "after step " + step + " of " + stream.steps()) + System.lineSeparator();
    }

    private static String field(int width, String name, String value) {
        return String.format(Locale.ROOT, "  %-" + width + "s %s", name, value);
    }

    /** The final accuracies, the numbers drawn from them, and every path written. */
    static List<String> summary(RunRecord record, Path folder, List<Path> written) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        if (record.tasks().size() == record.stream().tasks().size()) {
            lines.addAll(finalAccuracies(record));
        } else {
            lines.add("Stopped after " + record.tasks().size() + " of "
                    + record.stream().tasks().size() + " tasks.");
        }
        lines.add("");
        lines.addAll(numbers(record.summary()));
        lines.add(memory(record.summary()));
        lines.add("");
        lines.add(field(22, "status", record.status().name().toLowerCase(Locale.ROOT)));
        lines.add(field(22, "wall time", TaskText.seconds(record.wallTime())));
        for (Path path : written) {
            lines.add(field(8, "written", path.toString()));
        }
        if (record.status() == RunStatus.INTERRUPTED) {
            lines.add(field(8, "go on", "with 'taagem resume " + folder + "'"));
        }
        return lines;
    }

    private static List<String> finalAccuracies(RunRecord record) {
        List<String> lines = new ArrayList<>();
        List<TaskResult> tasks = record.tasks();
        List<Double> last = tasks.get(tasks.size() - 1).accuracies();
        lines.add("  task                          when learned   at the end");
        for (TaskResult task : tasks) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %2d %-26s %12.3f %12.3f",
                    task.taskId() + 1,
                    HarmlessText.of(task.name()),
                    task.accuracies().get(task.taskId()),
                    last.get(task.taskId())));
        }
        return lines;
    }

    private static List<String> numbers(Summary summary) {
        return Arrays.stream(Metric.values())
                .map(metric -> number(metric, summary.get(metric)))
                .toList();
    }

    private static String number(Metric metric, Figure figure) {
        String text = figure instanceof Figure.Undefined undefined
                ? "     -  not defined: " + undefined.reason()
                : String.format(Locale.ROOT, "%6.3f  %s", figure.orElseThrow(), metric.meaning());
        return field(22, metric.title(), text);
    }

    private static String memory(Summary summary) {
        Map<Integer, Integer> origins = summary.memoryByOrigin();
        if (origins.isEmpty()) {
            return field(22, "memory", "no samples");
        }
        int size = origins.values().stream().mapToInt(Integer::intValue).sum();
        return field(
                22,
                "memory",
                size + " samples, by task: "
                        + origins.entrySet().stream()
                                .map(origin -> origin.getKey() + 1 + ":" + origin.getValue())
                                .collect(Collectors.joining(" ")));
    }
}
