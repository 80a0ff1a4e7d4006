package org.taagem.metrics;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The standard numbers of continual learning, drawn from an {@link AccuracyMatrix} R of T tasks. None is defined before
 * every task has been learned, nor where an accuracy that it needs was not measured.
 *
 * <p>Libraries differ in what they call forgetting; each method here states its formula. Tasks count from 1 in formulas.
 */
public final class ContinualMetrics {
    private static final String SINGLE = "there is only one task";

    private final AccuracyMatrix r;
    private final int last;

    /**
     * Takes a matrix to measure.
     *
     * @param matrix accuracies after every task learned so far
     */
    public ContinualMetrics(AccuracyMatrix matrix) {
        r = matrix;
        last = matrix.tasks() - 1;
    }

    /**
     * ACC, the average accuracy at the end: {@code mean over j = 1..T of R[T][j]} (Lopez-Paz and Ranzato 2017). Every
     * task counts the same, however many test samples it has.
     *
     * @return 0..1, more is better
     */
    public Figure averageAccuracy() {
        return mean(0, last, j -> r.get(last, j));
    }

    /**
     * Forgetting: {@code mean over j < T of (max over l < T of R[l][j]) - R[T][j]} (Chaudhry et al. 2018,
     * <a href="https://arxiv.org/abs/1801.10112">arXiv:1801.10112</a>). The last row is not among the bests,
     * nor are accuracies that were not measured.
     *
     * @return -1..1, less is better; not defined for a single task
     */
    public Figure forgetting() {
        return mean(0, last - 1, j -> difference(best(j), r.get(last, j)));
    }

    private OptionalDouble best(int task) {
        return IntStream.range(0, last)
                .mapToObj(l -> r.get(l, task))
                .flatMapToDouble(OptionalDouble::stream)
                .max();
    }

    /**
     * BWT, backward transfer: {@code mean over j < T of R[T][j] - R[j][j]} (Lopez-Paz and Ranzato 2017).
     *
     * @return -1..1, more is better; not defined for a single task
     */
    public Figure backwardTransfer() {
        return mean(0, last - 1, j -> difference(r.get(last, j), r.get(j, j)));
    }

    /**
     * FWT, forward transfer: {@code mean over j > 1 of R[j-1][j] - b[j]} (Lopez-Paz and Ranzato 2017), which is how much
     * better than an untrained network a learner does on the task that comes next. It means something only if no sample
     * of a task was learned before the one before it was over.
     *
     * @param untrained b: accuracy of the untrained network on every task, in the order of the matrix's columns, 0..1
     * @return -1..1, more is better; not defined for a single task
     * @throws IllegalArgumentException if the matrix is complete and there are not as many accuracies as tasks
     */
    public Figure forwardTransfer(List<Double> untrained) {
        if (r.isComplete() && untrained.size() != r.tasks()) {
            throw new IllegalArgumentException("there are " + untrained.size()
                    + " accuracies of the untrained network for " + r.tasks() + " tasks; expected one for each");
        }
        return mean(1, last, j -> difference(r.get(j - 1, j), OptionalDouble.of(untrained.get(j))));
    }

    /**
     * Learning accuracy: {@code mean over j = 1..T of R[j][j]}, how well each task is known when it has just been learned
     * (Riemer et al. 2019, <a href="https://arxiv.org/abs/1810.11910">arXiv:1810.11910</a>).
     *
     * @return 0..1, more is better
     */
    public Figure learningAccuracy() {
        return mean(0, last, j -> r.get(j, j));
    }

    private static OptionalDouble difference(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() - other.getAsDouble())
                : OptionalDouble.empty();
    }

    private Figure mean(int from, int to, IntFunction<OptionalDouble> ofTask) {
        if (!r.isComplete()) {
            return new Figure.Undefined(unfinished(r.rows().size(), r.tasks()));
        }
        List<OptionalDouble> terms =
                IntStream.rangeClosed(from, to).mapToObj(ofTask).toList();
        if (terms.stream().anyMatch(OptionalDouble::isEmpty)) {
            return new Figure.Undefined("an accuracy that it needs was not measured");
        }
        return Figure.of(terms.stream().mapToDouble(OptionalDouble::getAsDouble).average(), SINGLE);
    }

    /** Says that tasks are missing. */
    static String unfinished(int learned, int tasks) {
        return learned == 0 ? "no task has been learned" : "only " + learned + " of " + tasks + " tasks learned";
    }

    /** Says that a figure compares tasks and there is nothing to compare. */
    static Figure ofSingleTask() {
        return new Figure.Undefined(SINGLE);
    }
}
