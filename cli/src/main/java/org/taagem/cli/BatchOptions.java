package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.taagem.experiment.ConfigException;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of a batch: those of a training, most of which count for every run, and how many runs there are. */
final class BatchOptions extends TrainOptions {
    private static final List<String> USUAL_TYPES = List.of("permutation", "rotation", "class_split");
    private static final int MOST = 1000;
    private static final long FIRST_SEED = 1;

    @Parameters(
            index = "0",
            paramLabel = "DATASET",
            description = "what is learned: a data set, as train takes it with --dataset")
    private String dataset = "";

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            description = "the batch's name: its runs go to a folder of this name in --output_dir; again with the same"
                    + " name, what is missing there is run")
    private String name = "";

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "runs of each task type, each with a seed of its own, 1 to " + MOST + " (default: 5)")
    private int runs = 5;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "runs at once, 1 to " + MOST + " (default: as many as there are processors)")
    private Optional<Integer> jobs = Optional.empty();

    /** Keys of the command line that are not the same for all runs. */
    private final Map<String, Object> ofRuns = new LinkedHashMap<>();

    @Override
    void addOthers(Map<String, Object> keys) {
        super.addOthers(keys);
        SetOption.putOnce(keys, "dataset_name", dataset);
        for (String key : List.of(BatchPlan.TASK_TYPE, BatchPlan.SEED)) {
            Optional.ofNullable(keys.remove(key)).ifPresent(value -> ofRuns.put(key, value));
        }
    }

    /**
     * Reads what is to be run.
     *
     * @throws ConfigException if a key or an option is not allowed, whatever the data
     */
    BatchPlan plan() throws IOException {
        Path folderName = folderName();
        Map<String, Object> keys = effective();
        List<String> types = taskTypes();
        keys.put(BatchPlan.TASK_TYPE, types.get(0));
        keys.put(BatchPlan.SEED, ofRuns.getOrDefault(BatchPlan.SEED, FIRST_SEED));
        TrainSettings first = TrainSettings.read(keys);
        Path folder = first.outputDir().resolve(folderName);
        keys.put("output_dir", folder.toString());
        long seed = first.experiment().seed();
        return BatchPlan.of(keys, types, new BatchPlan.Seeds(seed, within("--runs", runs)), folder);
    }

    private List<String> taskTypes() {
        Object given = ofRuns.get(BatchPlan.TASK_TYPE);
        if (given == null) {
            return USUAL_TYPES;
        }
        List<String> types = new ArrayList<>();
        if (given instanceof List<?> list) {
            list.forEach(type -> types.add(String.valueOf(type)));
        } else {
            types.addAll(List.of(given.toString().split(",", -1)));
        }
        return types.stream().map(String::strip).toList();
    }

    private Path folderName() {
        Path path = PathText.parse("NAME", name);
        if (name.isBlank()
                || path.getNameCount() != 1
                || path.isAbsolute()
                || path.startsWith(".")
                || path.startsWith("..")) {
            throw new ConfigException("NAME is '" + name + "'; expected the name of a folder that the batch gets in"
                    + " --output_dir, without a path");
        }
        return path;
    }

    /** Returns how many runs go on at once. */
    int jobs() {
        return within("--jobs", jobs.orElseGet(() -> Runtime.getRuntime().availableProcessors()));
    }

    private static int within(String option, int value) {
        if (value < 1 || value > MOST) {
            throw new ConfigException(option + " is " + value + "; expected 1 to " + MOST);
        }
        return value;
    }

    /** Describes options that mean something else where there are several runs. */
    static final class OfSeveralRuns implements IModelTransformer {
        private static final Map<String, String> DESCRIPTIONS = Map.of(
                "--config",
                "a YAML file of keys, the run.json of a run, or a preset of 'taagem presets'; its data set, task type and"
                        + " seed do not count (default: none; 'taagem defaults' prints every key)",
                "--task_type",
                "what the tasks are: one type or several, with commas between (default: "
                        + String.join(",", USUAL_TYPES) + ")",
                "--seed",
                "seed of the first run of each type; the others take the next ones (default: 1)",
                "--output_dir",
                "the batch gets its folder in here (default: ${bundle:default.output_dir})",
                "--no_verbose",
                "say one plain line per run (default: verbose is ${bundle:default.verbose})");

        @Override
        public CommandSpec transform(CommandSpec spec) {
            List<OptionSpec> options = List.copyOf(spec.options());
            options.forEach(spec::remove);
            for (OptionSpec option : options) {
                Optional<String> other = Optional.ofNullable(DESCRIPTIONS.get(option.longestName()));
                if (!option.longestName().startsWith("--dataset")) { // DATASET is a parameter
                    spec.addOption(other.map(text ->
                                    OptionSpec.builder(option).description(text).build())
                            .orElse(option));
                }
            }
            return Objects.requireNonNull(spec);
        }
    }
}
