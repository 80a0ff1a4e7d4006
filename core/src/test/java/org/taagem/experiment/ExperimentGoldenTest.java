package org.taagem.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.data.TrainTest;
import org.taagem.testing.GoldenFile;
import org.taagem.testing.SyntheticData;

import static java.lang.Double.toHexString;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Every number of some tiny runs, to the bit: the same on every JDK and every processor. */
class ExperimentGoldenTest {
    private final TrainTest data = SyntheticData.withTasks(SyntheticData.images(80, 40), 30, 20);

    @ParameterizedTest
    @CsvSource({
        "permutation, ta-a-gem",
        "permutation, sgd",
        "rotation, ta-a-gem",
        "rotation, sgd",
        "class_split, ta-a-gem",
        "class_split, sgd",
        "drift, ta-a-gem",
        "drift, sgd",
        "native, ta-a-gem",
        "native, sgd"
    })
    void run_eachTaskTypeAndStrategy_givesTheNumbersOnFile(String taskType, String strategy) {
        ExperimentConfig config = Configs.tiny("task_type", taskType, "strategy", strategy);

        GoldenFile.assertMatches(taskType + "-" + strategy + ".txt", numbers(RecordedRun.of(config, data)));
    }

    @Test
    void run_otherChoiceOfEverySetting_givesTheNumbersOnFile() {
        ExperimentConfig config = Configs.tiny(
                "schedule",
                "continuous",
                "num_transition_epochs",
                2,
                "use_learning_rate_scheduler",
                true,
                "hidden_layers",
                2,
                "assignment",
                "merge",
                "removal",
                "furthest",
                "sampling_rate",
                5,
                "memory_fill",
                "epoch",
                "reference_batch",
                "all",
                "testing_interval",
                3);

        GoldenFile.assertMatches("other-settings.txt", numbers(RecordedRun.of(config, data)));
    }

    @Test
    void run_blurryStreamOfUnequalTasks_givesTheNumbersOnFile() {
        ExperimentConfig config = Configs.tiny("schedule", "blurry", "blurry_share", 0.25, "num_epochs", List.of(2, 1));

        GoldenFile.assertMatches("blurry.txt", numbers(RecordedRun.of(config, data)));
    }

    @Test
    void run_driftingPermutations_givesTheNumbersOnFile() {
        ExperimentConfig config = Configs.tiny(
                "task_type", "drift", "drift_of", "permutation", "drift_share", 0.75, "memory_fill", "epoch");

        GoldenFile.assertMatches("drifting-permutations.txt", numbers(RecordedRun.of(config, data)));
    }

    @Test
    void taskTypesAndStrategies_counted_areThoseOnFile() {
        assertEquals(
                List.of("permutation", "rotation", "class_split", "drift", "native"),
                TaskTypes.all().stream().map(TaskType::name).toList());
    }

    static Stream<String> rivals() {
        return LearnerTypes.all().stream()
                .map(LearnerType::name)
                .filter(name -> !name.equals("ta-a-gem") && !name.equals("sgd"));
    }

    @ParameterizedTest
    @MethodSource("rivals")
    void run_eachRival_givesTheNumbersOnFile(String strategy) {
        ExperimentConfig config = Configs.tiny("strategy", strategy);

        GoldenFile.assertMatches("permutation-" + strategy + ".txt", numbers(RecordedRun.of(config, data)));
    }

    static Stream<String> otherMemories() {
        return MemoryTypes.all().stream().map(MemoryType::name).filter(name -> !name.equals("clustered"));
    }

    @ParameterizedTest
    @MethodSource("otherMemories")
    void run_eachMemory_givesTheNumbersOnFile(String kind) {
        ExperimentConfig config = Configs.tiny("memory", kind);

        GoldenFile.assertMatches("permutation-memory-" + kind + ".txt", numbers(RecordedRun.of(config, data)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SGD")
    void run_eachOptimizer_givesTheNumbersOnFile(OptimizerChoice optimizer) {
        ExperimentConfig config = Configs.tiny("optimizer", ConfigReader.nameOf(optimizer), "learning_rate", 0.01);

        GoldenFile.assertMatches(
                "permutation-optimizer-" + ConfigReader.nameOf(optimizer) + ".txt",
                numbers(RecordedRun.of(config, data)));
    }

    /** Writes doubles in hexadecimal, which says every bit; decimals are not the same on every JDK. */
    private static List<String> numbers(RecordedRun run) {
        List<String> lines = new ArrayList<>();
        lines.add("untrained: accuracies " + hex(run.record().untrainedAccuracies()));
        for (int i = 0; i < run.losses().size(); i++) {
            lines.add("batch " + (i + 1) + ": loss " + toHexString(run.losses().get(i)));
        }
        for (Evaluation e : run.evaluations()) {
            lines.add("evaluation at step " + e.step() + ": tasks " + e.tasksSeen() + " accuracies "
                    + hex(e.individualAccuracies()) + " overall " + toHexString(e.overallAccuracy()) + " epoch loss "
                    + toHexString(e.epochLoss()) + " learning rate " + toHexString(e.learningRate()));
            lines.add("  memory by label " + e.memoryByLabel() + " by origin " + e.memoryByOrigin()
                    + " projection rate "
                    + (e.projectionRate().isPresent()
                            ? toHexString(e.projectionRate().getAsDouble())
                            : "not defined"));
        }
        for (TaskResult task : run.tasks()) {
            lines.add("after task " + task.taskId() + ": accuracies " + hex(task.accuracies()));
        }
        return lines;
    }

    private static String hex(List<Double> values) {
        return values.stream().map(Double::toHexString).collect(joining(", ", "[", "]"));
    }
}
