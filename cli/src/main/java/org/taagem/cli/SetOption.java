package org.taagem.cli;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.taagem.experiment.ConfigException;

/** Reads what was given with {@code --set}, and options that stand for keys. */
final class SetOption {
    private SetOption() {}

    /**
     * Returns the keys and values of settings.
     *
     * @param settings each KEY=VALUE
     * @throws ConfigException if one is not, or a key is given twice
     */
    static Map<String, Object> keys(List<String> settings) {
        Map<String, Object> keys = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new ConfigException("--set is '" + setting + "'; expected KEY=VALUE, such as --set num_epochs=5");
            }
            String key = setting.substring(0, equals).strip().replace('-', '_');
            if (!seen.add(key)) {
                throw new ConfigException(key + " is given twice on the command line; give it once");
            }
            ConfigLayers.put(keys, key, YamlText.value(key, setting.substring(equals + 1)));
        }
        return keys;
    }

    /**
     * Adds the key of an option.
     *
     * @throws ConfigException if it was given with {@code --set} too
     */
    static void putOnce(Map<String, Object> keys, String key, Object value) {
        if (keys.containsKey(key)) {
            throw new ConfigException(key + " is given twice on the command line; give it once");
        }
        keys.put(key, value);
    }
}
