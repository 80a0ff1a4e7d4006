package org.taagem.metrics;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The standard numbers of continual learning, drawn from a complete {@link AccuracyMatrix} R of T tasks.
 *
 * <p>Libraries differ in what they call forgetting; each method here states its formula. Tasks count from 1 in formulas.
 */
public final class ContinualMetrics {
    private final AccuracyMatrix r;
    private final int last;

    /**
     * Takes a matrix to measure.
     *
     * @param matrix accuracies after every task
     * @throws IllegalArgumentException if a task has not been learned yet
     */
    public ContinualMetrics(AccuracyMatrix matrix) {
        if (!matrix.isComplete()) {
            throw new IllegalArgumentException("the matrix has " + matrix.rows().size() + " rows for " + matrix.tasks()
                    + " tasks; expected one for each");
        }
        r = matrix;
        last = matrix.tasks() - 1;
    }

    /**
     * ACC, the average accuracy at the end: {@code mean over j = 1..T of R[T][j]} (Lopez-Paz and Ranzato 2017). Every
     * task counts the same, however many test samples it has.
     *
     * @return 0..1, more is better
     */
    public double averageAccuracy() {
        return IntStream.rangeClosed(0, last)
                .mapToDouble(j -> r.get(last, j))
                .average()
                .orElseThrow();
    }

    /**
     * Forgetting: {@code mean over j < T of (max over l < T of R[l][j]) - R[T][j]} (Chaudhry et al. 2018,
     * <a href="https://arxiv.org/abs/1801.10112">arXiv:1801.10112</a>). The last row is not among the bests.
     *
     * @return -1..1, less is better; not defined for a single task
     */
    public OptionalDouble forgetting() {
        return IntStream.range(0, last)
                .mapToDouble(j -> best(j) - r.get(last, j))
                .average();
    }

    private double best(int task) {
        return IntStream.range(0, last).mapToDouble(l -> r.get(l, task)).max().orElseThrow();
    }

    /**
     * BWT, backward transfer: {@code mean over j < T of R[T][j] - R[j][j]} (Lopez-Paz and Ranzato 2017).
     *
     * @return -1..1, more is better; not defined for a single task
     */
    public OptionalDouble backwardTransfer() {
        return IntStream.range(0, last)
                .mapToDouble(j -> r.get(last, j) - r.get(j, j))
                .average();
    }
}
