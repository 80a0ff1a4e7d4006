package org.taagem.datasets.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.taagem.data.CellException;
import org.taagem.data.DataFileException;
import org.taagem.datasets.MemoryBudget;

/** What is known of a file after going over it for the first time. */
final class Survey {
    private static final int MOST_TASKS = 10_000;
    private static final int BYTES_PER_ROW = 80; // of the objects that even a row of zeros becomes

    private final int rows;
    private final List<String> tasks;
    private final int[] taskOf;
    private final String sha256;

    private Survey(int rows, List<String> tasks, int[] taskOf, String sha256) {
        this.rows = rows;
        this.tasks = tasks;
        this.taskOf = taskOf;
        this.sha256 = sha256;
    }

    static Survey of(TableReader reader) throws IOException {
        Map<String, Integer> tasks = new LinkedHashMap<>();
        Counter counter = new Counter(MemoryBudget.ofThisJvm(reader.table().name(), "rows"));
        int task = reader.roles().task().orElse(-1);
        String sha256 = reader.read(row -> {
            int code = task < 0 ? 0 : row.code(task, tasks);
            if (tasks.size() > MOST_TASKS) {
                throw new DataFileException(
                        reader.table().name(),
                        "has more than " + MOST_TASKS + " values in the column of task_column, "
                                + CellException.shown(reader.header().names().get(task)),
                        "Name a column that tells tasks apart");
            }
            counter.add(code);
        });
        if (counter.rows == 0) {
            throw new DataFileException(reader.table().name(), "holds no rows below its header", "Put some data there");
        }
        return new Survey(
                counter.rows,
                new ArrayList<>(tasks.keySet()),
                task < 0 ? new int[0] : Arrays.copyOf(counter.taskOf, counter.rows),
                sha256);
    }

    private static final class Counter {
        private final MemoryBudget budget;
        private int[] taskOf = new int[1024];
        private int rows;

        Counter(MemoryBudget budget) {
            this.budget = budget;
        }

        void add(int task) throws DataFileException {
            budget.take(BYTES_PER_ROW);
            if (rows == taskOf.length) {
                taskOf = Arrays.copyOf(taskOf, 2 * rows);
            }
            taskOf[rows++] = task;
        }
    }

    /** Returns the number of rows of data. */
    int rows() {
        return rows;
    }

    /** Returns the values of the column of tasks, in the order in which they first come; none if there is no such column. */
    List<String> tasks() {
        return tasks;
    }

    /** Returns the checksum of the content. */
    String sha256() {
        return sha256;
    }

    /** Returns how many rows each task has; all rows as one task if there is no column of tasks. */
    int[] rowsPerTask() {
        int[] counts = new int[Math.max(1, tasks.size())];
        for (int row = 0; row < rows; row++) {
            counts[taskOf(row)]++;
        }
        return counts;
    }

    int taskOf(int row) {
        return taskOf.length == 0 ? 0 : taskOf[row];
    }
}
