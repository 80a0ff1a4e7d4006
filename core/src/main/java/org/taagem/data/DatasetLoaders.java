package org.taagem.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The loaders of data sets on the class path. */
public final class DatasetLoaders {
    private DatasetLoaders() {}

    /**
     * Finds all loaders.
     *
     * @return the loaders, sorted by name
     * @throws DatasetRequestException if one cannot be made, or two have the same name
     */
    public static List<DatasetLoader> all() {
        Map<String, DatasetLoader> byName = new TreeMap<>();
        try {
            ServiceLoader.load(DatasetLoader.class).forEach(loader -> add(byName, loader));
        } catch (ServiceConfigurationError e) {
            throw new DatasetRequestException("a data set loader on the class path cannot be used: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                    + (e.getCause() == null ? "" : " (" + e.getCause() + ")")
                    + "; mend or remove the jar that names it in META-INF/services/" + DatasetLoader.class.getName());
        }
        return List.copyOf(byName.values());
    }

    private static void add(Map<String, DatasetLoader> byName, DatasetLoader loader) {
        DatasetLoader other = byName.putIfAbsent(loader.name(), loader);
        if (other != null) {
            throw new DatasetRequestException("two data set loaders are named '" + loader.name() + "': "
                    + other.getClass().getName() + " and " + loader.getClass().getName()
                    + "; take the jar of one off the class path");
        }
    }

    /**
     * Finds the loader of a name.
     *
     * @param name the loader's name
     * @return the loader, if there is one
     * @throws DatasetRequestException if a loader cannot be made, or two have the same name
     */
    public static Optional<DatasetLoader> named(String name) {
        return all().stream().filter(loader -> loader.name().equals(name)).findFirst();
    }
}
