package org.taagem.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A configuration in layers: defaults, then a file, then what lite mode changes, then the command line.
 *
 * <p>What lite mode changes goes just below the layer that turns it on, which has the last word: a file that says
 * {@code lite: true} is above it. So the configuration in the record of a lite run makes that run again.
 */
final class ConfigLayers {
    /** The section of what lite mode changes. */
    static final String LITE_SETTINGS = "lite_settings";

    private ConfigLayers() {}

    /**
     * Merges the layers.
     *
     * @param defaults every key
     * @param file the keys of a file or preset
     * @param commandLine the keys of the command line
     * @return the merged keys
     */
    static Map<String, Object> merge(
            Map<String, Object> defaults, Map<String, Object> file, Map<String, Object> commandLine) {
        Map<String, Object> below = over(defaults, file);
        Map<String, Object> merged = over(below, commandLine);
        if (!isLite(merged) || !(merged.get(LITE_SETTINGS) instanceof Map<?, ?> liteSettings)) {
            return merged;
        }
        return over(isLite(below) ? over(over(defaults, liteSettings), file) : over(below, liteSettings), commandLine);
    }

    private static boolean isLite(Map<String, Object> keys) {
        return Boolean.TRUE.equals(keys.get("lite"));
    }

    /** Returns the lower layer with the keys of the upper one in their place; sections are merged key by key. */
    static Map<String, Object> over(Map<?, ?> lower, Map<?, ?> upper) {
        Map<String, Object> merged = new LinkedHashMap<>();
        lower.forEach((key, value) -> merged.put(String.valueOf(key), value));
        upper.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (value instanceof Map<?, ?> section && merged.get(name) instanceof Map<?, ?> below) {
                merged.put(name, over(below, section));
            } else {
                merged.put(name, value);
            }
        });
        return merged;
    }

    /** Puts a value under a key that may name a section, such as {@code task_types.rotation.num_tasks}. */
    static void put(Map<String, Object> values, String key, Object value) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            values.put(key, value);
            return;
        }
        Map<String, Object> section = new LinkedHashMap<>();
        if (values.get(key.substring(0, dot)) instanceof Map<?, ?> before) {
            before.forEach((name, setting) -> section.put(String.valueOf(name), setting));
        }
        put(section, key.substring(dot + 1), value);
        values.put(key.substring(0, dot), section);
    }
}
