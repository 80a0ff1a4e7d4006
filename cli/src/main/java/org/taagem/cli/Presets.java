package org.taagem.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The presets that come with taagem: settings by name, each a file of keys.
 *
 * @param byName what is known of each, by its name, in the order in which they are listed
 */
record Presets(Map<String, Facts> byName) {
    private static final String FOLDER = "presets/";

    /**
     * What is known of a preset.
     *
     * @param what what it runs
     * @param source who published it, and where
     * @param expected the number to expect, and whose it is
     * @param compared the page that sets taagem's own numbers beside these
     */
    record Facts(String what, String source, String expected, String compared) {}

    /** Reads the list of presets, which lies beside them. */
    static Presets read() {
        Map<String, Facts> byName = new LinkedHashMap<>();
        YamlText.parse(ConfigFiles.resource(FOLDER + "presets.yaml"), "the list of presets")
                .forEach((name, facts) -> byName.put(name, facts(name, facts)));
        return new Presets(byName);
    }

    private static Facts facts(String name, Object facts) {
        if (facts instanceof Map<?, ?> keys) {
            return new Facts(
                    text(name, keys, "what"),
                    text(name, keys, "source"),
                    text(name, keys, "expected"),
                    text(name, keys, "compared"));
        }
        throw new IllegalStateException("preset " + name + " has no facts in the list of presets");
    }

    private static String text(String name, Map<?, ?> facts, String key) {
        if (facts.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalStateException("preset " + name + " has no '" + key + "' in the list of presets");
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** Returns the names, with commas between. */
    String names() {
        return String.join(", ", byName.keySet());
    }

    /** Returns the file of a preset, with its comments. */
    static String text(String name) {
        return ConfigFiles.resource(FOLDER + name + ".yaml");
    }
}
