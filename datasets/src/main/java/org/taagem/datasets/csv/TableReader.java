package org.taagem.datasets.csv;

import java.io.IOException;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvRecord;
import org.taagem.data.CellException;
import org.taagem.data.Column;
import org.taagem.data.DataFileException;

/**
 * Goes over the rows of data of a table, whose columns are known.
 *
 * @param table the file
 * @param header its columns
 * @param roles what they are for
 */
record TableReader(CsvTable table, TableHeader header, TableRoles roles) {
    /** What is done with each row. */
    @FunctionalInterface
    interface Visitor {
        void row(Row row) throws IOException;
    }

    /**
     * Reads all rows below the header.
     *
     * @return SHA-256 of the content
     * @throws DataFileException if a row has too few or too many cells, or the visitor refuses one
     */
    String read(Visitor visitor) throws IOException {
        int[] seen = {-header.rows()};
        return table.read(row -> {
            if (seen[0] >= 0) {
                checkWidth(row);
                visitor.row(new Row(seen[0], row));
            }
            seen[0]++;
        });
    }

    private void checkWidth(CsvRecord row) throws DataFileException {
        if (row.getFieldCount() != header.names().size()) {
            throw table.bad(
                    row.getStartingLineNumber(),
                    "has " + row.getFieldCount() + " cells; expected "
                            + header.names().size() + ", as in the first row",
                    "Add or remove commas, or put cells that have one into quotation marks");
        }
    }

    /** One row of data. */
    final class Row {
        private final int index;
        private final CsvRecord cells;

        Row(int index, CsvRecord cells) {
            this.index = index;
            this.cells = cells;
        }

        /** Returns how many rows of data come before. */
        int index() {
            return index;
        }

        long line() {
            return cells.getStartingLineNumber();
        }

        String cell(int column) {
            return cells.getField(column);
        }

        /** Returns the text of a cell that must not be empty. */
        String text(int column) throws DataFileException {
            try {
                return Column.text(cell(column));
            } catch (CellException e) {
                throw bad(column, e);
            }
        }

        /** Returns the number that a text was given when it first came. */
        int code(int column, Map<String, Integer> codes) throws DataFileException {
            String text = text(column);
            Integer code = codes.putIfAbsent(text, codes.size());
            return code == null ? codes.size() - 1 : code;
        }

        DataFileException bad(int column, CellException problem) {
            return table.bad(line(), column, header.names().get(column), problem);
        }
    }
}
