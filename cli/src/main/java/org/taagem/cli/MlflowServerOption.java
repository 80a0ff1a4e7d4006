package org.taagem.cli;

import java.util.Optional;

import org.taagem.experiment.ConfigException;
import org.taagem.mlflow.TrackingServer;
import picocli.CommandLine.Option;

/** The option that names a server. */
final class MlflowServerOption {
    @Option(
            names = {"--mlflow", "--mlflow_tracking_uri"},
            paramLabel = "URI",
            description = "the server's address, such as http://127.0.0.1:5000 (default: MLFLOW_TRACKING_URI)")
    private Optional<String> address = Optional.empty();

    /**
     * Returns the server.
     *
     * @throws ConfigException if none is named, or its address is wrong
     */
    TrackingServer server() {
        return new TrackingKeys(address.orElse(""), true, false)
                .server(System.getenv())
                .orElseThrow();
    }

    /**
     * Returns the name of an experiment that was given.
     *
     * @throws ConfigException if it is empty
     */
    static Optional<String> checked(Optional<String> experiment) {
        if (experiment.filter(String::isBlank).isPresent()) {
            throw new ConfigException("--experiment_name is empty; expected the name of an experiment");
        }
        return experiment;
    }
}
