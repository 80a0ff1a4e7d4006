package org.taagem.datasets.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.taagem.data.CellException;
import org.taagem.data.Column;
import org.taagem.data.DataFileException;
import org.taagem.data.Encoding;
import org.taagem.data.NumberText;
import org.taagem.data.Scaling;
import org.taagem.datasets.TextOrder;

/**
 * Fits an encoding: scaling and vocabulary to the training rows alone, the classes to all rows of the file. A column is
 * numeric if its first cell is a number; one with both numbers and texts is an error unless it was said to be categorical.
 */
final class Fit {
    private static final int MOST_CLASSES = 10_000;
    private static final int FEW_CLASSES = 20; // of which each may have a single row

    private final TableReader reader;
    private final Scaling scaling;
    private final List<ColumnFit> columns = new ArrayList<>();
    private final Set<String> labels = new HashSet<>();
    private long rows;

    private Fit(TableReader reader, Scaling scaling) {
        this.reader = reader;
        this.scaling = scaling;
    }

    static Encoding of(TableReader reader, Scaling scaling, BitSet heldOut) throws IOException {
        Fit fit = new Fit(reader, scaling);
        reader.read(row -> {
            fit.addLabel(row);
            fit.addFeatures(row, heldOut.get(row.index()));
        });
        return fit.encoding();
    }

    private void addLabel(TableReader.Row row) throws DataFileException {
        int column = reader.roles().label();
        rows++;
        if (labels.add(row.text(column)) && labels.size() > MOST_CLASSES) {
            throw row.bad(
                    column,
                    new CellException(
                            "is the " + (MOST_CLASSES + 1) + "th label; expected at most " + MOST_CLASSES + " classes",
                            "Set 'label_column' to the column of the classes"));
        }
    }

    private void addFeatures(TableReader.Row row, boolean heldOut) throws DataFileException {
        List<Integer> features = reader.roles().features();
        for (int i = 0; i < features.size(); i++) {
            int column = features.get(i);
            if (row.index() == 0) {
                columns.add(newFit(row, column));
            }
            if (!heldOut) {
                try {
                    columns.get(i).add(row.cell(column));
                } catch (CellException e) {
                    throw row.bad(column, e);
                }
            }
        }
    }

    private ColumnFit newFit(TableReader.Row row, int column) {
        String name = reader.header().names().get(column);
        Optional<Set<Integer>> categorical = reader.roles().categorical();
        boolean numeric = categorical.isPresent()
                ? !categorical.get().contains(column)
                : NumberText.isNumber(row.cell(column).strip());
        return numeric ? new NumberFit(name, scaling) : new CategoryFit(name, categorical.isPresent());
    }

    /** Measured values, or numbers that tell rows apart, are no classes; to learn them as such would be a mistake. */
    private void checkLabels(String labelColumn) throws DataFileException {
        String column = ", in the column " + CellException.shown(labelColumn);
        String remedy = "Set 'label_column' to the column of the classes";
        if (labels.size() < 2) {
            String only = CellException.shown(labels.iterator().next());
            throw new DataFileException(
                    reader.table().name(),
                    "has one label alone, " + only + column + "; expected at least 2 classes",
                    remedy);
        }
        if (labels.size() > FEW_CLASSES && rows < 2L * labels.size()) {
            throw new DataFileException(
                    reader.table().name(),
                    "has " + labels.size() + " labels in " + rows + " rows" + column
                            + "; expected classes of at least 2 rows on average",
                    remedy);
        }
    }

    private Encoding encoding() throws DataFileException {
        String labelColumn = reader.header().names().get(reader.roles().label());
        checkLabels(labelColumn);
        List<Column> fitted = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = reader.header().names().get(reader.roles().features().get(i));
            try {
                fitted.add(columns.get(i).fitted());
            } catch (CellException e) {
                throw new DataFileException(
                        reader.table().name(),
                        "column " + CellException.shown(name) + " " + e.getMessage(),
                        e.remedy(),
                        e);
            }
        }
        return new Encoding(fitted, labelColumn, TextOrder.sorted(labels));
    }
}
