package org.taagem.datasets.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.taagem.data.CellException;
import org.taagem.data.Column;
import org.taagem.data.Encoding;
import org.taagem.data.FeatureVector;
import org.taagem.experiment.SampleSpace;

/** Where features and label stand in the lines of a stream. */
final class Columns {
    private static final int NONE = -1;

    /** The names of all columns; empty if they have none. */
    private final List<String> names;

    private final int count;
    private final int labelIndex;
    /** {@code [features]}: the column of each. */
    private final int[] featureIndex;

    private final Optional<Encoding> encoding;

    private Columns(List<String> names, int count, int labelIndex, int[] featureIndex) {
        this.names = names;
        this.count = count;
        this.labelIndex = labelIndex;
        this.featureIndex = featureIndex;
        encoding = Optional.empty();
    }

    private Columns(List<String> names, int count, int labelIndex, Optional<Encoding> encoding) {
        this.names = names;
        this.count = count;
        this.labelIndex = labelIndex;
        featureIndex = new int[0];
        this.encoding = encoding;
    }

    /**
     * Finds the columns of a stream.
     *
     * @param names the columns' names; empty if they have none
     * @param count how many columns there are
     * @throws TableException if the label or a known feature is not among them
     */
    static Columns find(ColumnSettings settings, List<String> names, int count) throws TableException {
        Optional<SampleSpace> known = settings.known();
        for (String name : names) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw new TableException("has two columns named '" + name + "'; expected a name for each");
            }
        }
        Optional<Encoding> encoding = known.flatMap(SampleSpace::encoding);
        if (encoding.isPresent()) {
            return findEncoded(encoding.get(), names, count);
        }
        if (known.isPresent() && !names.isEmpty() && !known.get().names().isEmpty()) {
            return findByName(settings, known.get(), List.copyOf(names));
        }
        return findByPlace(settings, names, count);
    }

    private static Columns findByPlace(ColumnSettings settings, List<String> names, int count) throws TableException {
        Optional<SampleSpace> known = settings.known();
        boolean hasLabel = known.isEmpty() || count != known.get().features();
        int label = hasLabel ? settings.labelIndex(names, count) : NONE;
        if (label < 0 && (hasLabel || settings.labelNeeded())) {
            throw noLabel(settings, names, count);
        }
        int features = count - (hasLabel ? 1 : 0);
        if (known.isPresent() && known.get().features() != features) {
            throw new TableException("has " + count + " columns; expected "
                    + known.get().features() + " features"
                    + (settings.labelNeeded() ? " and the label" : ", with or without a label") + ", as were learned");
        }
        if (features < 1) {
            throw new TableException("has " + count + " column; expected at least one feature and the label");
        }
        int[] index = new int[features];
        for (int f = 0; f < features; f++) {
            index[f] = hasLabel && f >= label ? f + 1 : f;
        }
        return new Columns(List.copyOf(names), count, label, index);
    }

    /** Columns of a table without names have been learned under their positions. */
    private static Columns findEncoded(Encoding encoding, List<String> names, int count) throws TableException {
        List<String> own = new ArrayList<>(names);
        for (int c = own.size(); c < count; c++) {
            own.add("column " + (c + 1));
        }
        for (Column column : encoding.columns()) {
            if (!own.contains(column.name())) {
                throw new TableException(
                        "has no column '" + column.name() + "', which was learned; it has " + shortened(own));
            }
        }
        return new Columns(own, count, own.indexOf(encoding.labelColumn()), Optional.of(encoding));
    }

    private static Columns findByName(ColumnSettings settings, SampleSpace known, List<String> names)
            throws TableException {
        int[] index = new int[known.features()];
        for (int f = 0; f < index.length; f++) {
            index[f] = names.indexOf(known.names().get(f));
            if (index[f] < 0) {
                throw new TableException(
                        "has no column '" + known.names().get(f) + "', which was learned; it has " + shortened(names));
            }
        }
        int label = names.indexOf(known.label());
        if (label < 0 && settings.labelNeeded()) {
            throw new TableException(
                    "has no column '" + known.label() + "', which was the label; it has " + shortened(names));
        }
        for (int c = 0; c < names.size(); c++) {
            if (c != label && !known.names().contains(names.get(c))) {
                throw new TableException("has a column '" + names.get(c)
                        + "', which was not learned; leave it out (expected "
                        + shortened(known.names()) + (known.label().isEmpty() ? "" : " and '" + known.label() + "'")
                        + ")");
            }
        }
        return new Columns(names, names.size(), label, index);
    }

    private static TableException noLabel(ColumnSettings settings, List<String> names, int count) {
        String has = names.isEmpty() ? count + " columns without names" : "the columns " + shortened(names);
        return new TableException("has no label column '" + settings.labelColumn() + "', for it has " + has
                + "; name it with --label_column, by its name, its position from 1 on, first or last");
    }

    private static String shortened(List<String> names) {
        int most = 20;
        return names.size() <= most
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }

    int features() {
        return encoding.map(Encoding::features).orElse(featureIndex.length);
    }

    /** Returns the features' names, in order; empty if they have none. */
    List<String> featureNames() {
        List<String> own = new ArrayList<>();
        for (int f = 0; f < featureIndex.length && !names.isEmpty(); f++) {
            own.add(names.get(featureIndex[f]));
        }
        return own;
    }

    /** Returns the label's name; empty if it has none or there is no label. */
    String labelName() {
        return labelIndex < 0 || names.isEmpty() ? "" : names.get(labelIndex);
    }

    /** Takes a line's cells for features and label. */
    LabelledVector read(Row row) throws BadRowException {
        List<String> cells = row.names().isEmpty() || row.names().equals(names) ? row.cells() : inOrder(row);
        if (cells.size() != count) {
            throw new BadRowException("the line has " + cells.size() + " values; expected " + count);
        }
        if (encoding.isPresent()) {
            return new LabelledVector(encode(encoding.get(), cells), label(cells));
        }
        float[] dense = new float[featureIndex.length];
        for (int f = 0; f < dense.length; f++) {
            dense[f] = Numbers.parse(cells.get(featureIndex[f]));
            if (Float.isNaN(dense[f])) {
                throw new BadRowException(
                        column(featureIndex[f]) + " is '" + cells.get(featureIndex[f]) + "'; expected a finite number");
            }
        }
        return new LabelledVector(FeatureVector.of(dense), label(cells));
    }

    private FeatureVector encode(Encoding table, List<String> cells) throws BadRowException {
        Map<String, String> row = new HashMap<>();
        for (int c = 0; c < count; c++) {
            row.put(names.get(c), cells.get(c));
        }
        try {
            return table.encode(row);
        } catch (CellException e) {
            throw new BadRowException(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> label(List<String> cells) throws BadRowException {
        if (labelIndex < 0) {
            return Optional.empty();
        }
        String label = cells.get(labelIndex).strip();
        if (label.isEmpty()) {
            throw new BadRowException(column(labelIndex) + " is empty; expected the label");
        }
        return Optional.of(label);
    }

    private List<String> inOrder(Row row) throws BadRowException {
        List<String> cells = new ArrayList<>();
        for (String name : names) {
            int at = row.names().indexOf(name);
            if (at < 0) {
                throw new BadRowException("the line has no '" + name + "', which the first one has");
            }
            cells.add(row.cells().get(at));
        }
        for (String name : row.names()) {
            if (!names.contains(name)) {
                throw new BadRowException("the line has a '" + name + "', which the first one has not");
            }
        }
        return cells;
    }

    private String column(int index) {
        return "column " + (names.isEmpty() ? String.valueOf(index + 1) : "'" + names.get(index) + "'");
    }
}
