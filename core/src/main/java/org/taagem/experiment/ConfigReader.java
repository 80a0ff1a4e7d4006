package org.taagem.experiment;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.taagem.data.Spelling;

/**
 * Reads typed values from a configuration, which is a map as a YAML or JSON parser makes it, and says plainly what is
 * wrong with one.
 */
public final class ConfigReader {
    private final String path;
    private final Map<String, Object> values;
    private final Set<String> known = new HashSet<>();
    private final Map<String, ConfigReader> sections = new LinkedHashMap<>();

    /**
     * Makes a reader.
     *
     * @param values the configuration by key
     */
    public ConfigReader(Map<String, Object> values) {
        this("", values);
    }

    /**
     * Makes the reader of a section.
     *
     * @param path what stands before the names of the section's keys, such as {@code task_types.}
     * @param values the section by key
     */
    private ConfigReader(String path, Map<String, Object> values) {
        this.path = path;
        this.values = new LinkedHashMap<>(values);
    }

    /**
     * Reads a whole number of at least a minimum.
     *
     * @param key the key
     * @param minimum the smallest that is allowed
     * @return the number
     * @throws ConfigException if the key is missing or holds anything else
     */
    public int integer(String key, int minimum) {
        Object value = required(key);
        if (value instanceof Integer number && number >= minimum) {
            return number;
        }
        boolean tooLarge = value instanceof Long || value instanceof BigInteger;
        throw wrong(
                key,
                value,
                "a whole number " + (tooLarge ? "of at most " + Integer.MAX_VALUE : "of at least " + minimum));
    }

    /**
     * Reads a whole number within a range.
     *
     * @param key the key
     * @param minimum the smallest that is allowed
     * @param maximum the largest that is allowed
     * @return the number
     * @throws ConfigException if the key is missing or holds anything else
     */
    public int integer(String key, int minimum, int maximum) {
        int value = integer(key, minimum);
        if (value > maximum) {
            throw wrong(key, value, "a whole number of at most " + maximum);
        }
        return value;
    }

    /**
     * Reads a whole number of at least a minimum, or a word that stands for something else.
     *
     * @param key the key
     * @param minimum the smallest that is allowed
     * @param word the word, such as {@code auto}
     * @return the number, or nothing for the word
     * @throws ConfigException if the key is missing or holds anything else
     */
    public Optional<Integer> integerOr(String key, int minimum, String word) {
        Object value = required(key);
        if (value.equals(word)) {
            return Optional.empty();
        }
        if (value instanceof Integer number && number >= minimum) {
            return Optional.of(number);
        }
        throw wrong(key, value, "a whole number of at least " + minimum + ", or " + word);
    }

    /**
     * Reads any whole number of up to 64 bits.
     *
     * @param key the key
     * @return the number
     * @throws ConfigException if the key is missing or holds anything else
     */
    public long wholeNumber(String key) {
        Object value = required(key);
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw wrong(key, value, value instanceof BigInteger ? "a whole number of 64 bits" : "a whole number");
    }

    /**
     * Reads a number within a range.
     *
     * @param key the key
     * @param minimum the smallest that is allowed
     * @param maximum the largest that is allowed
     * @return the number
     * @throws ConfigException if the key is missing or holds anything else
     */
    public double number(String key, double minimum, double maximum) {
        Object value = required(key);
        if (value instanceof Number number && number.doubleValue() >= minimum && number.doubleValue() <= maximum) {
            return number.doubleValue();
        }
        throw wrong(key, value, "a number from " + minimum + " to " + maximum);
    }

    /**
     * Reads a number above zero.
     *
     * @param key the key
     * @return the number
     * @throws ConfigException if the key is missing or holds anything else
     */
    public double positiveNumber(String key) {
        Object value = required(key);
        if (value instanceof Number number && number.doubleValue() > 0 && number.doubleValue() <= Double.MAX_VALUE) {
            return number.doubleValue();
        }
        throw wrong(key, value, "a number above 0");
    }

    /**
     * Reads {@code true} or {@code false}.
     *
     * @param key the key
     * @return the value
     * @throws ConfigException if the key is missing or holds anything else
     */
    public boolean flag(String key) {
        Object value = required(key);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, value, "true or false");
    }

    /**
     * Reads a text.
     *
     * @param key the key
     * @return the text; may be empty
     * @throws ConfigException if the key is missing or holds anything else
     */
    public String text(String key) {
        Object value = required(key);
        if (value instanceof String text) {
            return text;
        }
        throw wrong(key, value, "a text");
    }

    /**
     * Reads one of some choices, with {@code -} or {@code _} between its words.
     *
     * @param key the key
     * @param type the choices
     * @param <T> the choices
     * @return the choice
     * @throws ConfigException if the key is missing or holds anything else
     */
    public <T extends Enum<T>> T choice(String key, Class<T> type) {
        Object value = required(key);
        String name = value.toString().replace('-', '_').toLowerCase(Locale.ROOT);
        for (T choice : type.getEnumConstants()) {
            if (nameOf(choice).replace('-', '_').equals(name)) {
                return choice;
            }
        }
        throw wrong(key, value, "one of " + names(type));
    }

    private static <T extends Enum<T>> String names(Class<T> type) {
        return Set.of(type.getEnumConstants()).stream()
                .sorted()
                .map(ConfigReader::nameOf)
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns the name under which a choice is written in a configuration.
     *
     * @param choice the choice
     * @return its name in lower case
     */
    public static String nameOf(Enum<?> choice) {
        return choice.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a value of any type, which the caller looks at.
     *
     * @param key the key
     * @return the value
     * @throws ConfigException if the key is missing
     */
    public Object value(String key) {
        return required(key);
    }

    /**
     * Reads a section.
     *
     * @param key the key
     * @return a reader of what is below the key; of nothing, if there is no such key
     * @throws ConfigException if the key holds anything but a section
     */
    public ConfigReader section(String key) {
        known.add(key);
        return sections.computeIfAbsent(key, this::newSection);
    }

    private ConfigReader newSection(String key) {
        Object value = values.getOrDefault(key, Map.of());
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> below = new LinkedHashMap<>();
            map.forEach((name, setting) -> below.put(String.valueOf(name), setting));
            return new ConfigReader(path + key + ".", below);
        }
        throw wrong(key, value, "a section of keys");
    }

    /**
     * Names keys that may be there, with the values that they have if they are not.
     *
     * @param defaults the values by key
     */
    public void assume(Map<String, ?> defaults) {
        known.addAll(defaults.keySet());
        defaults.forEach(values::putIfAbsent);
    }

    /**
     * Refuses keys that nothing has asked for, which are most likely misspelt.
     *
     * @throws ConfigException if there is such a key; it names the nearest known one
     */
    public void refuseUnknown() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new ConfigException("unknown key '" + path + key + "'"
                        + Spelling.meant(key, known)
                                .map(name -> "; did you mean '" + path + name + "'?")
                                .orElse("; the file of defaults has all that there are"));
            }
        }
        sections.values().forEach(ConfigReader::refuseUnknown);
    }

    private Object required(String key) {
        known.add(key);
        Object value = values.get(key);
        if (value == null) {
            throw new ConfigException("key '" + path + key
                    + "' has no value; give it one in the configuration file or with --set " + path + key + "=VALUE");
        }
        return value;
    }

    /**
     * Makes the error for a value that is not allowed.
     *
     * @param key its key
     * @param value the value
     * @param expected what is allowed
     * @return the error, to be thrown
     */
    public ConfigException wrong(String key, Object value, String expected) {
        return new ConfigException(path + key + " is '" + value + "'; expected " + expected
                + " (set it in the configuration file or with --set " + path + key + "=VALUE)");
    }
}
