package org.taagem.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.taagem.report.HarmlessText;
import org.taagem.stream.Epoch;
import org.taagem.stream.Task;
import org.taagem.stream.TaskStream;

/** The stream that a configuration makes, for people: tasks, then runs of equal epochs, then totals. */
final class PlanText {
    /** With more runs of epochs than this, a stream whose tasks are not mixed is shown as the bare order of its tasks. */
    private static final int MOST_RUNS = 60;

    private static final int EPOCHS_PER_LINE = 20;

    private final TaskStream stream;
    private final List<String> lines = new ArrayList<>();

    private PlanText(TaskStream stream) {
        this.stream = stream;
    }

    static List<String> of(StreamSetup setup, TaskStream stream) {
        PlanText text = new PlanText(stream);
        text.header(setup);
        text.tasks();
        text.epochs();
        text.totals();
        return text.lines;
    }

    private void line(String format, Object... values) {
        lines.add(HarmlessText.of(String.format(Locale.ROOT, format, values)).stripTrailing()); // names come from files
    }

    private void header(StreamSetup setup) {
        Map<String, Object> keys = setup.config().toMap();
        keys.put("seed", setup.settings().experiment().seed());
        keys.forEach((key, value) -> line("  %-22s %s", key, value));
        line("  %-22s %s", "data", setup.data().source());
    }

    private void tasks() {
        line("");
        line("  task  %-34s %9s %9s", "", "training", "test");
        for (Task task : stream.tasks()) {
            line(
                    "  %4d  %-34s %9d %9d",
                    task.id() + 1,
                    task.name() + (task.drift().isPresent() ? ", after drift" : ""),
                    task.train().size(),
                    task.test().size());
        }
        line(
                "  %4s  %-34s %9d %9d",
                "all",
                "",
                stream.tasks().stream().mapToInt(task -> task.train().size()).sum(),
                stream.tasks().stream().mapToInt(task -> task.test().size()).sum());
    }

    /** A stretch of equal epochs: their first index, and that after the last. */
    private record Run(int from, int to) {}

    private void epochs() {
        List<Run> runs = runs();
        line("");
        if (runs.size() > MOST_RUNS && stream.epochs().stream().allMatch(Epoch::isPure)) {
            order();
            return;
        }
        line("  %9s  %4s %8s %9s %9s  %s", "epochs", "task", "batches", "its own", "of others", "");
        runs.forEach(this::run);
    }

    private List<Run> runs() {
        List<Epoch> epochs = stream.epochs();
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int e = 1; e <= epochs.size(); e++) {
            if (e == epochs.size() || !epochs.get(e).equals(epochs.get(from))) {
                runs.add(new Run(from, e));
                from = e;
            }
        }
        return runs;
    }

    private void run(Run run) {
        Epoch epoch = stream.epochs().get(run.from());
        String numbers = run.to() - run.from() == 1 ? "" + run.to() : (run.from() + 1) + "-" + run.to();
        int own = stream.ownSamples(run.from());
        int others = stream.tasks().get(epoch.task()).train().size() - own;
        line(
                "  %9s  %4d %8d %9d %9s  %s",
                numbers,
                epoch.task() + 1,
                stream.batches(run.from()),
                own,
                others == 0 ? "-" : String.valueOf(others),
                others == 0 ? "" : mix(epoch, (double) others / (own + others)));
    }

    private String mix(Epoch epoch, double share) {
        String of = epoch.othersShare() > 0 ? "all other tasks" : "task " + (epoch.next() + 1);
        return String.format(Locale.ROOT, "%4.1f %% of %s", 100 * share, of);
    }

    private void order() {
        line("  %9s  %s", "epochs", "task of each");
        int count = stream.epochs().size();
        for (int from = 0; from < count; from += EPOCHS_PER_LINE) {
            int to = Math.min(from + EPOCHS_PER_LINE, count);
            String tasks = IntStream.range(from, to)
                    .mapToObj(e -> String.format(
                            Locale.ROOT, "%2d", stream.epochs().get(e).task() + 1))
                    .collect(Collectors.joining(" "));
            line("  %9s  %s", (from + 1) + "-" + to, tasks);
        }
    }

    private void totals() {
        long samples = stream.epochs().stream()
                .mapToLong(epoch -> stream.tasks().get(epoch.task()).train().size())
                .sum();
        line("");
        line(
                "  %d tasks, %d epochs, %d batches, %d samples shown",
                stream.tasks().size(), stream.epochs().size(), stream.totalBatches(), samples);
    }
}
