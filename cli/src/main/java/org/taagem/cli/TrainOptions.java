package org.taagem.cli;

import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Option;

/** The options that make up a whole configuration: those of the stream, and those of learning it. */
class TrainOptions extends StreamOptions {
    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description =
                    "the learner: sgd, joint, ta-a-gem, a-gem, er, mega-1, mega-2, der++, bgd, ta-ogd, ewc-online or slate"
                            + " (default: ${bundle:default.strategy})")
    private Optional<String> strategy = Optional.empty();

    @Option(
            names = "--kernel",
            paramLabel = "NAME",
            description = "what computes: auto (the fastest), plain or simd; the numbers are the same (default:"
                    + " ${bundle:default.kernel})")
    private Optional<String> kernel = Optional.empty();

    @Option(
            names = "--experiment_name",
            paramLabel = "NAME",
            description = "what to file the run under (default: ${bundle:default.experiment_name})")
    private Optional<String> experimentName = Optional.empty();

    @Option(
            names = {"--mlflow", "--mlflow_tracking_uri"},
            paramLabel = "URI",
            description = "the address of an MLflow server to tell of the run, such as http://127.0.0.1:5000 (default:"
                    + " MLFLOW_TRACKING_URI, else none)")
    private Optional<String> mlflow = Optional.empty();

    @Option(
            names = "--mlflow_required",
            description = "run nothing unless the MLflow server is there (default: ${bundle:default.mlflow_required})")
    private boolean mlflowRequired;

    @Option(
            names = {"-o", "--output_dir"},
            paramLabel = "DIR",
            description = "the run gets a folder of its own in here (default: ${bundle:default.output_dir})")
    private Optional<String> outputDir = Optional.empty();

    @Option(
            names = "--no_verbose",
            description = "say one plain line per task (default: verbose is ${bundle:default.verbose})")
    private boolean noVerbose;

    @Override
    void addOthers(Map<String, Object> keys) {
        strategy.ifPresent(value -> SetOption.putOnce(keys, "strategy", value));
        kernel.ifPresent(value -> SetOption.putOnce(keys, "kernel", value));
        experimentName.ifPresent(value -> SetOption.putOnce(keys, "experiment_name", value));
        outputDir.ifPresent(value -> SetOption.putOnce(keys, "output_dir", value));
        mlflow.ifPresent(value -> SetOption.putOnce(keys, "mlflow_tracking_uri", value));
        if (mlflowRequired) {
            SetOption.putOnce(keys, "mlflow_required", true);
        }
        if (noVerbose) {
            SetOption.putOnce(keys, "verbose", false);
        }
    }
}
