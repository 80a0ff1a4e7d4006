package org.taagem.report.html;

import java.util.List;
import java.util.OptionalInt;

/**
 * Images in rows and columns.
 *
 * @param id names it within the page: letters, digits and {@code -}
 * @param caption what it shows
 * @param columns what the columns are, and the name of each
 * @param rows the rows
 * @param images what the cells show
 */
public record ImageTable(String id, String caption, Names columns, List<Row> rows, Images images) implements Content {
    /** Copies the list. */
    public ImageTable {
        Section.checkId(id);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param heading its name
     * @param detail what else is to be said of it
     * @param cells {@code [columns]}: index of an image, or none
     */
    public record Row(String heading, String detail, List<OptionalInt> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
