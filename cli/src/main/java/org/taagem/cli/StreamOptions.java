package org.taagem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Option;

/** The options that choose a stream; {@code ${bundle:default.key}} is the default that the file of defaults gives. */
class StreamOptions {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description =
                    "a YAML file of keys, the run.json of a run to make again, or a preset of 'taagem presets' (default:"
                            + " none; 'taagem defaults' prints every key)")
    private Optional<String> config = Optional.empty();

    @Option(
            names = {"-t", "--task_type"},
            paramLabel = "TYPE",
            description = "what the tasks are: permutation, rotation, class_split, drift, native or one of your own"
                    + " (default: ${bundle:default.task_type})")
    private Optional<String> taskType = Optional.empty();

    @Option(
            names = {"--dataset", "--dataset_name"},
            paramLabel = "NAME",
            description =
                    "mnist, fashion_mnist, kmnist, emnist_digits or cifar10, or your own: csv:FILE,"
                            + " images:DIR, idx:DIR, or NAME:ARGUMENT of a loader on the class path (default: ${bundle:default.dataset_name})")
    private Optional<String> dataset = Optional.empty();

    @Option(
            names = "--data_dir",
            paramLabel = "DIR",
            description = "where to look for the data set, in a sub-folder named after it, such as MNIST (default:"
                    + " DATASET_LOCATION_<NAME>, then the cache, then a download)")
    private Optional<String> dataDir = Optional.empty();

    @Option(
            names = "--test_data",
            paramLabel = "PATH",
            description = "test data, beside csv:FILE or images:DIR (default: a share of that is held out)")
    private Optional<String> testData = Optional.empty();

    @Option(
            names = "--lite",
            description = "a quick look: 2 tasks, batches of 50, a sixth of MNIST, which comes with taagem (default:"
                    + " ${bundle:default.lite})")
    private boolean lite;

    @Option(
            names = {"-s", "--seed"},
            paramLabel = "N",
            description = "same seed, same numbers, bit for bit (default: ${bundle:default.seed})")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "sets any key; repeat it for other keys (default: none)")
    private List<String> settings = List.of();

    /** Returns the effective keys and values: defaults, then the file, then these options. */
    Map<String, Object> effective() throws IOException {
        Map<String, Object> file = config.isPresent() ? ConfigFiles.read(config.get()) : Map.of();
        return ConfigLayers.merge(ConfigFiles.defaults(), file, commandLine());
    }

    private Map<String, Object> commandLine() {
        Map<String, Object> keys = SetOption.keys(settings);
        taskType.ifPresent(value -> SetOption.putOnce(keys, "task_type", value));
        dataset.ifPresent(value -> SetOption.putOnce(keys, "dataset_name", value));
        dataDir.ifPresent(value -> SetOption.putOnce(keys, "data_dir", value));
        testData.ifPresent(value -> SetOption.putOnce(keys, "test_data", value));
        seed.ifPresent(value -> SetOption.putOnce(keys, "seed", value));
        if (lite) {
            SetOption.putOnce(keys, "lite", true);
        }
        addOthers(keys);
        return keys;
    }

    /** Adds the keys of a command's other options. */
    void addOthers(Map<String, Object> keys) {
        // a command that only looks at the stream has none
    }
}
