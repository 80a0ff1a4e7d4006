package org.taagem.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

import org.taagem.data.Spelling;

/**
 * What a key of the configuration may name: taagem's own, and what is on the class path.
 *
 * @param <T> what there is to choose from
 */
final class Choices<T extends ConfigChoice> {
    private final Class<T> service;
    private final String key;
    private final String what;
    private final List<T> own;

    /**
     * Makes a list that begins with taagem's own.
     *
     * @param service the interface whose implementations {@link ServiceLoader} finds
     * @param key the key that names one
     * @param what what one is, in words
     * @param own taagem's own
     */
    Choices(Class<T> service, String key, String what, List<T> own) {
        this.service = service;
        this.key = key;
        this.what = what;
        this.own = own;
    }

    /** Finds taagem's own, then those on the class path by name. */
    List<T> all() {
        Map<String, T> byName = new LinkedHashMap<>();
        own.forEach(choice -> byName.put(plain(choice.name()), choice));
        try {
            Map<String, T> found = new TreeMap<>();
            ServiceLoader.load(service).forEach(choice -> add(found, choice));
            found.values().forEach(choice -> add(byName, choice));
        } catch (ServiceConfigurationError e) {
            throw new ConfigException(
                    "a " + what + " on the class path cannot be used: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                            + (e.getCause() == null ? "" : " (" + e.getCause() + ")")
                            + "; mend or remove the jar that names it in META-INF/services/" + service.getName(),
                    e);
        }
        return List.copyOf(byName.values());
    }

    private void add(Map<String, T> byName, T choice) {
        T other = byName.putIfAbsent(plain(choice.name()), choice);
        if (other != null) {
            throw new ConfigException("two " + what + "s are named '" + choice.name() + "': "
                    + other.getClass().getName() + " and " + choice.getClass().getName()
                    + "; take the jar of one off the class path");
        }
    }

    /** Returns a name without what may be written either way. */
    private static String plain(String name) {
        return name.replace('-', '_').toLowerCase(Locale.ROOT);
    }

    /** Finds what the configuration names; if there is no such thing, the error names the nearest. */
    T chosen(ConfigReader reader) {
        Object value = reader.value(key);
        List<String> names = new ArrayList<>();
        for (T choice : all()) {
            if (plain(choice.name()).equals(plain(value.toString()))) {
                return choice;
            }
            names.add(choice.name());
        }
        String meant = Spelling.meant(value.toString(), names)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
        throw reader.wrong(key, value, "one of " + String.join(", ", names) + meant);
    }

    /** Lets the own keys of everything there is be in a configuration, where those of what was not chosen do nothing. */
    void allowKeys(ConfigReader reader) {
        all().forEach(choice -> reader.assume(choice.keys()));
    }

    /**
     * Reads the own keys of what was chosen, all of which must be there ({@link ConfigReader#assume}).
     *
     * @return its settings by key, each as its default is; sorted
     */
    static Map<String, Object> settings(ConfigChoice choice, ConfigReader reader) {
        Map<String, Object> settings = new TreeMap<>();
        choice.keys().forEach((own, usual) -> settings.put(own, setting(own, usual, reader)));
        return settings;
    }

    private static Object setting(String key, Object usual, ConfigReader reader) {
        Object value = reader.value(key);
        if (usual instanceof Double && value instanceof Number number) {
            return number.doubleValue();
        }
        return usual instanceof Enum<?> constant ? constantOf(key, constant, reader) : value;
    }

    private static <E extends Enum<E>> String constantOf(String key, Enum<E> usual, ConfigReader reader) {
        return ConfigReader.nameOf(reader.choice(key, usual.getDeclaringClass()));
    }
}
