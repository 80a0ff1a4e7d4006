package org.taagem.datasets.csv;

import java.util.BitSet;
import java.util.random.RandomGenerator;

import org.taagem.data.CellException;
import org.taagem.data.DatasetRequestException;
import org.taagem.random.Shuffle;

/** Chooses the rows that are held out as test data: the same share of each task, at random. */
final class HoldOut {
    private HoldOut() {}

    /**
     * Chooses rows.
     *
     * @throws DatasetRequestException if a task has too few to learn one and to hold one out
     */
    static BitSet choose(Survey survey, double share, RandomGenerator random) {
        int[] sizes = survey.rowsPerTask();
        BitSet[] places = new BitSet[sizes.length];
        for (int task = 0; task < sizes.length; task++) {
            if (sizes[task] < 2) {
                throw new DatasetRequestException("test_data is not given, and " + subject(survey, task)
                        + " one row; expected at least 2, one to learn and one to hold out");
            }
            places[task] = places(sizes[task], share, random);
        }
        BitSet chosen = new BitSet(survey.rows());
        int[] next = new int[sizes.length];
        for (int row = 0; row < survey.rows(); row++) {
            int task = survey.taskOf(row);
            chosen.set(row, places[task].get(next[task]++));
        }
        return chosen;
    }

    private static String subject(Survey survey, int task) {
        return survey.tasks().isEmpty()
                ? "the data has"
                : "task " + CellException.shown(survey.tasks().get(task)) + " of task_column has";
    }

    private static BitSet places(int size, double share, RandomGenerator random) {
        int count = (int) Math.min(size - 1L, Math.max(1L, Math.round(size * share)));
        int[] order = Shuffle.permutation(size, random);
        BitSet places = new BitSet(size);
        for (int i = 0; i < count; i++) {
            places.set(order[i]);
        }
        return places;
    }
}
