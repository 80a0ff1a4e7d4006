package org.taagem.report.html;

import java.util.List;

/**
 * A table. Columns of nothing but numbers stand to the right.
 *
 * @param caption what it shows
 * @param header names of the columns
 * @param rows {@code [rows][columns]}; the first cell of each names the row
 */
public record Table(String caption, List<String> header, List<List<String>> rows) implements Content {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a row has more or fewer cells than the header
     */
    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " cells; expected " + header.size() + ", as the header");
            }
        }
    }
}
