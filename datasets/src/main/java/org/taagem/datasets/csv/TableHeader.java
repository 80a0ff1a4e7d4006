package org.taagem.datasets.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvRecord;
import org.taagem.data.CellException;
import org.taagem.data.DataFileException;
import org.taagem.data.NumberText;
import org.taagem.data.TableSettings.Header;

/**
 * The columns of a table.
 *
 * @param names their names, no two equal; {@code column 3} for the third one where there is no header
 * @param present whether the first row holds them
 */
record TableHeader(List<String> names, boolean present) {
    TableHeader {
        names = List.copyOf(names);
    }

    /** Looks at the first two rows, for a header is told by standing above a number without being one. */
    static TableHeader of(CsvTable table, Header setting) throws IOException {
        List<CsvRecord> first = table.first(2);
        if (first.isEmpty()) {
            throw new DataFileException(table.name(), "holds no rows", "Name a file with data in it");
        }
        boolean present = setting == Header.TRUE
                || (setting == Header.AUTO && first.size() == 2 && isHeader(first.get(0), first.get(1)));
        TableHeader header = new TableHeader(names(first.get(0), present), present);
        header.check(table, first.get(0));
        return header;
    }

    private static boolean isHeader(CsvRecord first, CsvRecord second) {
        int columns = Math.min(first.getFieldCount(), second.getFieldCount());
        for (int i = 0; i < columns; i++) {
            if (NumberText.isNumber(second.getField(i).strip())
                    && !NumberText.isNumber(first.getField(i).strip())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(CsvRecord row, boolean present) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < row.getFieldCount(); i++) {
            String name = present ? row.getField(i).strip() : "";
            names.add(name.isEmpty() ? "column " + (i + 1) : name);
        }
        return names;
    }

    private void check(CsvTable table, CsvRecord first) throws DataFileException {
        long line = first.getStartingLineNumber();
        if (names.size() < 2) {
            throw table.bad(
                    line,
                    "has one column, " + CellException.shown(first.getField(0)) + "; expected features and a label",
                    "Separate the columns by commas");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw table.bad(
                        line,
                        "has two columns named " + CellException.shown(name),
                        "Rename one, or set 'header' to false if this is no header");
            }
        }
    }

    /** Says how many rows stand before the data. */
    int rows() {
        return present ? 1 : 0;
    }

    /** Checks that test data has the columns of the training data. */
    void checkSame(CsvTable test, CsvTable train) throws IOException {
        List<CsvRecord> first = test.first(1);
        List<String> found = first.isEmpty() ? List.of() : names(first.get(0), present);
        if (!found.equals(names)) {
            throw new DataFileException(
                    test.name(),
                    "begins with " + CellException.shown(String.join(",", found)) + "; expected the "
                            + (present
                                    ? "header " + CellException.shown(String.join(",", names))
                                    : names.size() + " columns")
                            + " of " + train.name(),
                    "Give both files the same columns");
        }
    }
}
