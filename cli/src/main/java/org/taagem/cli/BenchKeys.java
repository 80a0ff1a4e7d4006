package org.taagem.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.taagem.experiment.ConfigException;

/**
 * Reads the keys of runs that a specification sets.
 *
 * @param where the specification, for errors
 */
record BenchKeys(String where) {
    /** What the bench itself decides of every run. */
    private static final Map<String, String> DECIDED = Map.of(
            "seed", "seeds of the specification says it",
            "output_dir", "--output_dir says it",
            "report", "a bench keeps the records alone");
    /** What all runs share, so that none has its own. */
    private static final Set<String> SHARED =
            Set.of("kernel", "experiment_name", "mlflow_tracking_uri", "mlflow_required", "mlflow_model");

    /**
     * Reads keys that all runs have.
     *
     * @param name what sets them, for errors
     */
    Map<String, Object> ofAll(String name, Object value) {
        if (!(value instanceof Map<?, ?> section)) {
            if ("".equals(value)) {
                return Map.of();
            }
            throw wrong(name + " is '" + value + "'; expected keys of a configuration, such as {num_epochs: 5}");
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        section.forEach((key, setting) -> {
            String text = String.valueOf(key);
            Optional.ofNullable(DECIDED.get(text)).ifPresent(decided -> {
                throw wrong(name + " sets " + text + "; leave it out, " + decided);
            });
            keys.put(text, setting);
        });
        return keys;
    }

    /**
     * Reads keys that some runs have, and others not.
     *
     * @param name what sets them, for errors
     */
    Map<String, Object> ofSome(String name, Object value) {
        Map<String, Object> keys = ofAll(name, value);
        keys.keySet().stream().filter(SHARED::contains).findFirst().ifPresent(key -> {
            throw wrong(name + " sets " + key + ", which all runs share; say it under set");
        });
        return keys;
    }

    private ConfigException wrong(String problem) {
        return new ConfigException(where + ": " + problem);
    }
}
