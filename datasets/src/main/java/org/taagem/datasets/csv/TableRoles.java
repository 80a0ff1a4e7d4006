package org.taagem.datasets.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import org.taagem.data.DatasetRequestException;
import org.taagem.data.Spelling;
import org.taagem.data.TableSettings;

/**
 * What each column of a table is for, by its index.
 *
 * @param label the column of the label
 * @param task the column that tells the tasks, if there is one
 * @param features all others, in order
 * @param categorical those of the features that are categories, if somebody said so
 */
record TableRoles(int label, OptionalInt task, List<Integer> features, Optional<Set<Integer>> categorical) {
    private static final int NAMED = 10;

    /**
     * Finds the columns that the settings name.
     *
     * @throws DatasetRequestException if there is no such column, or one is to be two things
     */
    static TableRoles of(TableSettings settings, List<String> names, String file) {
        int label = find("label_column", settings.labelColumn(), names, file);
        OptionalInt task = settings.taskColumn().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(find("task_column", settings.taskColumn().get(), names, file));
        if (task.isPresent() && task.getAsInt() == label) {
            throw new DatasetRequestException("label_column and task_column are both '" + names.get(label)
                    + "'; expected two columns, for the label is what is learned");
        }
        List<Integer> features = IntStream.range(0, names.size())
                .filter(column -> column != label && column != task.orElse(-1))
                .boxed()
                .toList();
        if (features.isEmpty()) {
            throw new DatasetRequestException(file + " has no column but those of label_column and task_column;"
                    + " expected at least one feature");
        }
        return new TableRoles(
                label, task, features, settings.categorical().map(columns -> categorical(columns, names, file)));
    }

    private static Set<Integer> categorical(List<String> columns, List<String> names, String file) {
        Set<Integer> found = new HashSet<>();
        columns.forEach(column -> found.add(find("categorical", column, names, file)));
        return found;
    }

    private static int find(String key, String column, List<String> names, String file) {
        if (names.contains(column)) {
            return names.indexOf(column);
        }
        if (column.equals("first") || column.equals("last")) {
            return column.equals("first") ? 0 : names.size() - 1;
        }
        if (column.matches("[1-9]\\d{0,8}") && Integer.parseInt(column) <= names.size()) {
            return Integer.parseInt(column) - 1;
        }
        throw new DatasetRequestException(
                key + " is '" + column + "', which " + file + " does not have; its columns are "
                        + String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                        + (names.size() > NAMED ? ", ... (" + names.size() + " in all)" : "")
                        + Spelling.meant(column, names)
                                .map(meant -> "; did you mean '" + meant + "'?")
                                .orElse(""));
    }
}
