package org.taagem.cli;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.StreamFacts;
import org.taagem.experiment.TaskResult;
import org.taagem.report.HarmlessText;

/** What to tell when a task is done. */
final class TaskText {
    private TaskText() {}

    /** A whole block, for people who read along. */
    static List<String> block(TaskResult result, Evaluation evaluation, StreamFacts stream) {
        return List.of(
                "",
                "After task " + (result.taskId() + 1) + " of " + stream.tasks().size() + ", "
                        + HarmlessText.of(result.name()) + ":",
                "  accuracy    " + accuracies(evaluation) + "   (tasks seen so far)",
                "  average     " + accuracy(average(evaluation)),
                "  memory      " + memory(evaluation),
                "  projected   " + projected(evaluation) + " of the gradients so far",
                "  time        " + seconds(result.trainingTime()) + " training, " + seconds(result.evaluationTime())
                        + " evaluation");
    }

    /** A single line, for logs. */
    static String line(TaskResult result, Evaluation evaluation, StreamFacts stream) {
        return "task " + (result.taskId() + 1) + "/" + stream.tasks().size() + "  accuracy " + accuracies(evaluation)
                + "  average " + accuracy(average(evaluation)) + "  memory " + memory(evaluation) + "  projected "
                + projected(evaluation) + "  "
                + seconds(result.trainingTime()) + " training";
    }

    private static double average(Evaluation evaluation) {
        return evaluation.individualAccuracies().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private static String accuracies(Evaluation evaluation) {
        return evaluation.individualAccuracies().stream()
                .map(TaskText::accuracy)
                .collect(Collectors.joining(" "));
    }

    private static String memory(Evaluation evaluation) {
        if (evaluation.memorySize() == 0) {
            return "0 samples";
        }
        return evaluation.memorySize() + " samples ("
                + evaluation.memoryByLabel().entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(" "))
                + ")";
    }

    /** Of a learner that has compared no gradient with the memory, there is nothing to tell. */
    private static String projected(Evaluation evaluation) {
        return evaluation.projectionRate().isPresent()
                ? percent(evaluation.projectionRate().getAsDouble())
                : "none";
    }

    static String accuracy(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String seconds(OptionalDouble seconds) {
        return seconds.isPresent() ? String.format(Locale.ROOT, "%.1f s", seconds.getAsDouble()) : "unknown";
    }
}
