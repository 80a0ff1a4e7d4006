package org.taagem.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

import org.taagem.experiment.RunRecord;
import org.taagem.experiment.StreamFacts;
import org.taagem.experiment.Summary;
import org.taagem.experiment.TaskResult;
import org.taagem.nn.Kernels;

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

    private static String field(int width, String name, String value) {
        return String.format(Locale.ROOT, "  %-" + width + "s %s", name, value);
    }

    /** The final accuracies, the numbers drawn from them, and every path written. */
    static List<String> summary(RunRecord record, List<Path> written) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        if (record.tasks().size() == record.stream().tasks().size()) {
            lines.addAll(finalAccuracies(record));
        } else {
            lines.add("Stopped after " + record.tasks().size() + " of "
                    + record.stream().tasks().size() + " tasks: final accuracy, forgetting and BWT are not defined.");
        }
        lines.add("");
        lines.addAll(numbers(record.summary()));
        lines.add("");
        lines.add(field(22, "status", record.status().name().toLowerCase(Locale.ROOT)));
        lines.add(field(22, "wall time", TaskText.seconds(record.wallTime())));
        for (Path path : written) {
            lines.add(field(8, "written", path.toString()));
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
                    task.name(),
                    task.accuracies().get(task.taskId()),
                    last.get(task.taskId())));
        }
        return lines;
    }

    private static List<String> numbers(Summary summary) {
        return List.of(
                number("ACC", summary.acc(), "mean accuracy over all tasks at the end"),
                number("forgetting", summary.forgetting(), "best accuracy before the end minus the last"),
                number("BWT", summary.bwt(), "last accuracy minus that when learned"),
                number("average accuracy", summary.averageAccuracy(), "over all evaluations, tasks pooled (legacy)"),
                number("first-task accuracy", summary.firstTaskAccuracy(), "over all evaluations (legacy)"),
                number(
                        "first-task forgetting",
                        summary.firstTaskForgetting(),
                        "over evaluations of later tasks (legacy)"),
                field(
                        22,
                        "projected gradients",
                        String.format(Locale.ROOT, "%6.1f %%", 100 * summary.projectionRate())));
    }

    private static String number(String name, OptionalDouble value, String meaning) {
        String text = value.isPresent() ? String.format(Locale.ROOT, "%6.3f", value.getAsDouble()) : "     -";
        return field(22, name, text + "  " + meaning);
    }
}
