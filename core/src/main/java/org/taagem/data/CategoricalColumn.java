package org.taagem.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of categories. A cell becomes one feature for each category of the training data: 1 for its own, 0 for the
 * others (one-hot). A category that the training data does not have becomes zeros alone.
 */
public final class CategoricalColumn implements Column {
    private final String name;
    private final List<String> categories;
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * Makes the column.
     *
     * @param name the column's name
     * @param categories its categories, in the order of their features; at least one, no two equal
     */
    public CategoricalColumn(String name, List<String> categories) {
        this.name = name;
        this.categories = List.copyOf(categories);
        for (String category : categories) {
            if (places.putIfAbsent(category, places.size()) != null) {
                throw new IllegalArgumentException("column '" + name + "' has category '" + category + "' twice");
            }
        }
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("column '" + name + "' has no category; expected at least one");
        }
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Returns the categories.
     *
     * @return the categories, in the order of their features
     */
    public List<String> categories() {
        return categories;
    }

    @Override
    public int features() {
        return categories.size();
    }

    @Override
    public void encode(String cell, float[] features, int at) throws CellException {
        Integer place = places.get(Column.text(cell));
        if (place != null) {
            features[at + place] = 1;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CategoricalColumn that && name.equals(that.name) && categories.equals(that.categories);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + categories.hashCode();
    }

    @Override
    public String toString() {
        return "CategoricalColumn[name=" + name + ", categories=" + categories + "]";
    }
}
