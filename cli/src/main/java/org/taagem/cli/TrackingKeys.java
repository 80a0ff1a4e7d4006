package org.taagem.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.taagem.experiment.ConfigException;
import org.taagem.experiment.ConfigReader;
import org.taagem.mlflow.TrackingServer;

/**
 * The part of a configuration that says which MLflow server is told of a run.
 *
 * @param address its address; empty for that of the environment, if there is one
 * @param required whether nothing is to be run unless the server is there
 * @param model whether it gets the model, too
 */
record TrackingKeys(String address, boolean required, boolean model) {
    private static final String ADDRESS = "mlflow_tracking_uri";

    /**
     * Reads the keys.
     *
     * @throws ConfigException if one is missing or not allowed
     */
    static TrackingKeys read(ConfigReader reader) {
        TrackingKeys keys =
                new TrackingKeys(reader.text(ADDRESS), reader.flag("mlflow_required"), reader.flag("mlflow_model"));
        if (!keys.address.isEmpty()) {
            TrackingServer.of(ADDRESS, keys.address, Map.of()); // the address alone: the record must hold no password
        }
        return keys;
    }

    /**
     * Returns the server that is told, if any.
     *
     * @param environment variables by name
     * @throws ConfigException if an address or a variable is wrong, or a server is required and none is named
     */
    Optional<TrackingServer> server(Map<String, String> environment) {
        String fromEnvironment = environment.getOrDefault(TrackingServer.VARIABLE, "");
        if (!address.isEmpty()) {
            return Optional.of(TrackingServer.of(ADDRESS, address, environment));
        }
        if (!fromEnvironment.isEmpty()) {
            return Optional.of(TrackingServer.of(TrackingServer.VARIABLE, fromEnvironment, environment));
        }
        if (required) {
            throw new ConfigException("no MLflow server is named; set --mlflow_tracking_uri or "
                    + TrackingServer.VARIABLE + " to its address, such as http://127.0.0.1:5000");
        }
        return Optional.empty();
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(ADDRESS, address);
        map.put("mlflow_required", required);
        map.put("mlflow_model", model);
        return map;
    }
}
