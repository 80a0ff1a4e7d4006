package org.taagem.data;

import java.util.List;
import java.util.Optional;

/**
 * How a table becomes samples. A column is named by its name, by its position counted from 1, or as {@code first} or
 * {@code last}; a name that the table has goes first.
 *
 * @param labelColumn the column of the label
 * @param taskColumn the column whose values tell the data's own tasks, if there is one
 * @param header whether the first row holds the names of the columns
 * @param categorical the columns whose values are categories; if absent, those whose values are not all numbers
 * @param scaling how numbers are scaled
 */
public record TableSettings(
        String labelColumn,
        Optional<String> taskColumn,
        Header header,
        Optional<List<String>> categorical,
        Scaling scaling) {
    /** The label is in the last column, all else is told by looking at the data, and numbers are scaled to 0..1. */
    public static final TableSettings DEFAULTS =
            new TableSettings("last", Optional.empty(), Header.AUTO, Optional.empty(), Scaling.MIN_MAX);

    public TableSettings {
        categorical = categorical.map(List::copyOf);
    }

    /** Whether a table begins with the names of its columns. */
    public enum Header {
        /** If a column holds numbers alone but for its first cell. */
        AUTO,
        /** It does. */
        TRUE,
        /** It does not. */
        FALSE
    }
}
