package org.taagem.report.html;

import java.util.List;

/**
 * A matrix whose cells are coloured by their value.
 *
 * @param columns what the columns are, and the name of each
 * @param rows what the rows are, and the name of each; the first stands on top
 * @param value what the cells hold, and the range of the colours
 * @param values {@code [rows][columns]}; NaN leaves a cell empty
 */
public record HeatMap(Names columns, Names rows, Axis value, List<List<Double>> values) implements Chart {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there are not as many rows and columns as names
     */
    public HeatMap {
        values = values.stream().map(List::copyOf).toList();
        int width = columns.labels().size();
        if (values.size() != rows.labels().size() || values.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException(
                    "the values are not " + rows.labels().size() + " rows of " + width + " numbers");
        }
    }
}
