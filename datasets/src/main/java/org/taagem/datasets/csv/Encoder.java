package org.taagem.datasets.csv;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.taagem.data.CellException;
import org.taagem.data.Column;
import org.taagem.data.DataFileException;
import org.taagem.data.Encoding;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;

/** Turns rows of a table into samples. */
final class Encoder {
    private final TableRoles roles;
    private final List<Column> columns;
    private final Map<String, Integer> classes;
    private final Map<String, Integer> tasks = new HashMap<>();
    private final float[] features;
    private FeatureVector like = FeatureVector.of();

    /** Makes an encoder; tasks are numbered in the order given, which is empty if there are none. */
    Encoder(TableRoles roles, Encoding encoding, List<String> tasks) {
        this.roles = roles;
        columns = encoding.columns();
        classes = encoding.classByLabel();
        features = new float[encoding.features()];
        for (String task : tasks) {
            this.tasks.put(task, this.tasks.size());
        }
    }

    /** Returns the sample of a row, with the row's index as its id. */
    Sample sample(TableReader.Row row) throws DataFileException {
        return new Sample(row.index(), features(row), known(row, roles.label(), classes, "label"));
    }

    /** Returns the number of the row's task. */
    int task(TableReader.Row row) throws DataFileException {
        return roles.task().isEmpty() ? 0 : known(row, roles.task().getAsInt(), tasks, "task");
    }

    private static int known(TableReader.Row row, int column, Map<String, Integer> numbers, String what)
            throws DataFileException {
        String text = row.text(column);
        Integer number = numbers.get(text);
        if (number == null) {
            throw row.bad(
                    column,
                    new CellException(
                            "is " + CellException.shown(text) + ", a " + what + " that the training data does not have",
                            "Mend it, or take its row out"));
        }
        return number;
    }

    private FeatureVector features(TableReader.Row row) throws DataFileException {
        Arrays.fill(features, 0);
        int at = 0;
        for (int i = 0; i < columns.size(); i++) {
            int column = roles.features().get(i);
            try {
                columns.get(i).encode(row.cell(column), features, at);
            } catch (CellException e) {
                throw row.bad(column, e);
            }
            at += columns.get(i).features();
        }
        FeatureVector vector = FeatureVector.of(features).sharing(like);
        // full rows are what dense data mostly consists of, and one array of places does for all of them
        like = vector.nonZeroCount() == features.length ? vector : like;
        return vector;
    }
}
