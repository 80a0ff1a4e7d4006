package org.taagem.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.taagem.experiment.TaskResult;

/** The accuracy matrix: a row for every task that was finished, a column for every task. */
final class MatrixText {
    private static final int LEFT = 10;
    /** Columns that are shown if there are more than fit: as many at the beginning as at the end. */
    private static final int MOST = 11;

    private static final int GAP = -1;

    private MatrixText() {}

    /** Returns the lines for some finished tasks of a stream of so many. */
    static List<String> lines(List<TaskResult> finished, int tasks, ShowScreen screen) {
        List<Integer> columns = shown(tasks);
        List<String> lines = new ArrayList<>();
        StringBuilder header = new StringBuilder(String.format(Locale.ROOT, "  %-" + (LEFT - 2) + "s", "after"));
        columns.forEach(task -> header.append(String.format(Locale.ROOT, "%6s", task == GAP ? "..." : task + 1)));
        lines.add(header.toString());
        for (int row : shown(finished.size())) {
            lines.add(row == GAP ? "  ..." : row(finished.get(row), columns, screen));
        }
        return lines;
    }

    private static List<Integer> shown(int count) {
        if (count <= MOST) {
            return IntStream.range(0, count).boxed().toList();
        }
        List<Integer> shown = new ArrayList<>();
        IntStream.range(0, MOST / 2).forEach(shown::add);
        shown.add(GAP);
        IntStream.range(count - MOST / 2, count).forEach(shown::add);
        return shown;
    }

    private static String row(TaskResult result, List<Integer> columns, ShowScreen screen) {
        StringBuilder line =
                new StringBuilder(String.format(Locale.ROOT, "  task %-" + (LEFT - 7) + "s", result.taskId() + 1));
        for (int task : columns) {
            line.append(cell(result.accuracies(), task, screen));
        }
        return line.toString();
    }

    private static String cell(List<Double> accuracies, int task, ShowScreen screen) {
        if (task == GAP || task >= accuracies.size()) {
            return String.format(Locale.ROOT, "%6s", task == GAP ? "" : "-");
        }
        double accuracy = accuracies.get(task);
        return screen.shaded(String.format(Locale.ROOT, "%6.3f", accuracy), accuracy);
    }
}
