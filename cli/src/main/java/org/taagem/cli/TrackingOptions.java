package org.taagem.cli;

import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Option;

/** The options that say which MLflow server is told of runs, and where they are there. */
final class TrackingOptions {
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

    /** Adds the keys that were given to others of the command line. */
    void addTo(Map<String, Object> keys) {
        experimentName.ifPresent(value -> SetOption.putOnce(keys, "experiment_name", value));
        mlflow.ifPresent(value -> SetOption.putOnce(keys, "mlflow_tracking_uri", value));
        if (mlflowRequired) {
            SetOption.putOnce(keys, "mlflow_required", true);
        }
    }
}
