package org.taagem.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How a row of a table becomes a sample, as fitted on training data: the scaling of numbers, the vocabulary of categories
 * and the names of the classes. Whoever predicts later encodes rows as they were encoded for learning.
 *
 * @param columns the columns that become features, in the order of the features; none where the features do not come
 *     from a table
 * @param labelColumn name of the column of the label
 * @param classes the labels as they stand in the data; the class of each is its index
 */
public record Encoding(List<Column> columns, String labelColumn, List<String> classes) {
    private static final String COLUMNS = "columns";
    private static final String NAME = "name";
    private static final String OFFSET = "offset";
    private static final String DIVISOR = "divisor";
    private static final String CATEGORIES = "categories";
    private static final String LABEL_COLUMN = "label_column";
    private static final String CLASSES = "classes";

    public Encoding {
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
    }

    /**
     * Returns the number of features of a sample.
     *
     * @return the sum over all columns
     */
    public int features() {
        return columns.stream().mapToInt(Column::features).sum();
    }

    /**
     * Turns a row into the features of a sample.
     *
     * @param row the texts of its cells by the name of their column; there may be others
     * @return the features
     * @throws CellException if a column is missing, or a cell cannot be used; the message names the column
     */
    public FeatureVector encode(Map<String, String> row) throws CellException {
        float[] features = new float[features()];
        int at = 0;
        for (Column column : columns) {
            String cell = row.get(column.name());
            if (cell == null) {
                throw new CellException("column '" + column.name() + "' is missing", "Add it to the data");
            }
            try {
                column.encode(cell, features, at);
            } catch (CellException e) {
                throw new CellException("column '" + column.name() + "' " + e.getMessage(), e.remedy());
            }
            at += column.features();
        }
        return FeatureVector.of(features);
    }

    /**
     * Returns the class of a label.
     *
     * @param label the label as it stands in the data; blanks around it do not matter
     * @return its index in {@link #classes}, if the training data has it
     */
    public OptionalInt classOf(String label) {
        int index = classes.indexOf(label.strip());
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * Returns the classes by label, for whoever asks for many.
     *
     * @return the index of each of {@link #classes}
     */
    public Map<String, Integer> classByLabel() {
        Map<String, Integer> byLabel = new HashMap<>();
        for (int i = 0; i < classes.size(); i++) {
            byLabel.put(classes.get(i), i);
        }
        return byLabel;
    }

    /**
     * Returns all of it as maps, lists, texts and numbers, as JSON and YAML have them.
     *
     * @return what {@link #fromMap} understands
     */
    public Map<String, Object> toMap() {
        List<Map<String, Object>> columnMaps = new ArrayList<>();
        for (Column column : columns) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put(NAME, column.name());
            if (column instanceof NumericColumn numeric) {
                map.put(OFFSET, numeric.offset());
                map.put(DIVISOR, numeric.divisor());
            } else if (column instanceof CategoricalColumn categorical) {
                map.put(CATEGORIES, categorical.categories());
            }
            columnMaps.add(map);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(LABEL_COLUMN, labelColumn);
        map.put(CLASSES, classes);
        map.put(COLUMNS, columnMaps);
        return map;
    }

    /**
     * Makes an encoding of what {@link #toMap} returned.
     *
     * @param map the keys and values
     * @return an equal encoding
     * @throws IllegalArgumentException if something is missing or of another type
     */
    public static Encoding fromMap(Map<?, ?> map) {
        List<Column> columns = new ArrayList<>();
        for (Object column : value(map, COLUMNS, List.class)) {
            columns.add(column(cast(COLUMNS, column, Map.class)));
        }
        return new Encoding(columns, value(map, LABEL_COLUMN, String.class), texts(map, CLASSES));
    }

    private static Column column(Map<?, ?> map) {
        String name = value(map, NAME, String.class);
        if (map.containsKey(CATEGORIES)) {
            return new CategoricalColumn(name, texts(map, CATEGORIES));
        }
        return new NumericColumn(
                name,
                value(map, OFFSET, Number.class).doubleValue(),
                value(map, DIVISOR, Number.class).doubleValue());
    }

    private static List<String> texts(Map<?, ?> map, String key) {
        List<String> texts = new ArrayList<>();
        for (Object text : value(map, key, List.class)) {
            texts.add(cast(key, text, String.class));
        }
        return texts;
    }

    private static <T> T value(Map<?, ?> map, String key, Class<T> type) {
        return cast(key, Objects.requireNonNullElse(map.get(key), "missing"), type);
    }

    private static <T> T cast(String key, Object value, Class<T> type) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw new IllegalArgumentException(key + " of an encoding is " + value + "; expected a "
                + type.getSimpleName().toLowerCase(Locale.ROOT));
    }
}
