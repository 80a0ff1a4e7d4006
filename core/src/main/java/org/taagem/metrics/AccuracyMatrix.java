package org.taagem.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The matrix R of Lopez-Paz and Ranzato (2017, <a href="https://arxiv.org/abs/1706.08840">arXiv:1706.08840</a>): R[i][j] is
 * the accuracy on the test set of task j after learning task i, both counted from 0.
 *
 * @param rows {@code [tasks learned][tasks]}, each entry 0..1, or absent where that task was not tested; square once the last
 *     task is learned
 */
public record AccuracyMatrix(List<List<OptionalDouble>> rows) {
    /** Checks the shape and the range. */
    public AccuracyMatrix {
        List<List<OptionalDouble>> copy = new ArrayList<>();
        for (List<OptionalDouble> row : rows) {
            copy.add(List.copyOf(row));
            if (row.size() != rows.get(0).size()) {
                throw new IllegalArgumentException("a row has " + row.size() + " accuracies, the first "
                        + rows.get(0).size());
            }
            for (OptionalDouble accuracy : row) {
                double value = accuracy.orElse(0);
                if (!(value >= 0 && value <= 1)) {
                    throw new IllegalArgumentException("accuracy is " + value + "; expected 0..1");
                }
            }
        }
        if (!copy.isEmpty() && copy.size() > copy.get(0).size()) {
            throw new IllegalArgumentException("there are " + copy.size() + " rows for "
                    + copy.get(0).size() + " tasks; expected no more rows than tasks");
        }
        rows = List.copyOf(copy);
    }

    /**
     * Makes a matrix without gaps.
     *
     * @param rows {@code [tasks learned][tasks]}, each entry 0..1
     * @return the matrix
     */
    public static AccuracyMatrix of(List<List<Double>> rows) {
        return new AccuracyMatrix(rows.stream()
                .map(row -> row.stream().map(OptionalDouble::of).toList())
                .toList());
    }

    /**
     * Returns the number of tasks.
     *
     * @return the width of the matrix; 0 if it has no row
     */
    public int tasks() {
        return rows.isEmpty() ? 0 : rows.get(0).size();
    }

    /**
     * Says whether every task has been learned.
     *
     * @return whether the matrix is square and not empty
     */
    public boolean isComplete() {
        return !rows.isEmpty() && rows.size() == tasks();
    }

    /**
     * Returns one accuracy.
     *
     * @param learned the task learned last
     * @param tested the task tested
     * @return R[learned][tested]; absent if that task was not tested then
     */
    public OptionalDouble get(int learned, int tested) {
        return rows.get(learned).get(tested);
    }
}
