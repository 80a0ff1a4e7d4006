package org.taagem.data;

/**
 * The keys of a configuration that say how a user's own data is read. Each loader heeds those that are about its data.
 *
 * @param test what becomes test data
 * @param table how a table is read
 * @param images how images are read
 */
public record DataSettings(TestSettings test, TableSettings table, ImageSettings images) {
    /** Every key at its default. */
    public static final DataSettings DEFAULTS =
            new DataSettings(TestSettings.DEFAULTS, TableSettings.DEFAULTS, ImageSettings.DEFAULTS);
}
