package org.taagem.data;

import org.taagem.random.Seeds;

/**
 * What is asked of a {@link DatasetLoader}.
 *
 * @param name the whole name as in the configuration, such as {@code csv:train.csv}; the name of the data
 * @param argument what follows the colon, such as {@code train.csv}; empty if nothing does
 * @param settings the keys of the configuration that are about data
 * @param seeds the source of chance, such as {@code seeds.named("split")} for what is held out
 */
public record DatasetRequest(String name, String argument, DataSettings settings, Seeds seeds) {
    /**
     * Makes the request for a name.
     *
     * @param name the whole name
     * @param settings the keys of the configuration that are about data
     * @param seeds the source of chance
     * @return the request
     */
    public static DatasetRequest of(String name, DataSettings settings, Seeds seeds) {
        return new DatasetRequest(
                name, name.substring(loaderOf(name).length()).replaceFirst("^:", ""), settings, seeds);
    }

    /**
     * Returns the loader's part of a name.
     *
     * @param name the whole name, such as {@code csv:train.csv}
     * @return what stands before the first colon, such as {@code csv}
     */
    public static String loaderOf(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }
}
