import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.report.RunRecordFile;

/**
 * Draws the accuracy on every task in the course of some runs, as an SVG picture: a panel for each run, a line for each task,
 * and below it a strip that says which task is being learned. The arguments are a folder and the seed of the runs in it.
 */
public final class Curves {
    private static final String[] COLOURS = {
        "#4269d0", "#efb118", "#ff725c", "#3ca951", "#a463f2", "#6cc5b0", "#9c6b4e", "#97bbf5", "#ff8ab7", "#9498a0"
    };
    private static final List<String> SCHEDULES =
            List.of("sequential", "half_and_half", "random", "continuous", "blurry");
    private static final int LEFT = 48;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 150;
    private static final int TOP = 52;
    private static final int PANEL = 232;

    private final StringBuilder svg = new StringBuilder();

    private Curves() {}

    public static void main(String[] args) throws IOException {
        List<RunRecord> records = read(Path.of(args[0]), args[1]);
        if (records.isEmpty()) {
            System.err.println("no finished run with seed " + args[1] + " below " + args[0]);
            System.exit(1);
        }
        System.out.print(new Curves().draw(records));
    }

    private static List<RunRecord> read(Path folder, String seed) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.endsWith(RunRecordFile.NAME)).sorted().toList();
        }
        List<RunRecord> records = new ArrayList<>();
        for (Path file : files) {
            RunRecord record = RunRecordFile.read(file);
            if (record.status() == RunStatus.FINISHED
                    && String.valueOf(record.config().get("seed")).equals(seed)) {
                records.add(record);
            }
        }
        records.sort((a, b) -> Integer.compare(place(a), place(b)));
        return records;
    }

    private static int place(RunRecord record) {
        return SCHEDULES.indexOf(String.valueOf(record.config().get("schedule")));
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private String draw(List<RunRecord> records) {
        int width = LEFT + WIDTH + 24;
        int height = TOP + records.size() * PANEL;
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\">", width, height, width);
        add("<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"#ffffff\"/>");
        add("<g font-family=\"system-ui, sans-serif\" font-size=\"13\" fill=\"#1d2430\">");
        legend(records.get(0));
        for (int i = 0; i < records.size(); i++) {
            panel(records.get(i), TOP + i * PANEL);
        }
        add("</g>");
        add("</svg>");
        return svg.toString();
    }

    private void legend(RunRecord record) {
        List<String> tasks = record.stream().tasks();
        for (int k = 0; k < tasks.size(); k++) {
            int x = LEFT + k * WIDTH / tasks.size();
            add("<rect x=\"%d\" y=\"18\" width=\"12\" height=\"12\" rx=\"2\" fill=\"%s\"/>", x, colour(k));
            add("<text x=\"%d\" y=\"28\" font-size=\"11\">%s</text>", x + 17, tasks.get(k));
        }
    }

    private static String colour(int task) {
        return COLOURS[task % COLOURS.length];
    }

    private void panel(RunRecord record, int top) {
        int epochs = record.stream().epochs();
        add("<text x=\"%d\" y=\"%d\" font-weight=\"600\">%s</text>", LEFT, top + 14, record.config().get("schedule"));
        int base = top + 24 + HEIGHT;
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double y = base - HEIGHT * tenth / 10.0;
            add("<path d=\"M%d %.1fh%d\" stroke=\"#e3e7ed\"/>", LEFT, y, WIDTH);
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" font-size=\"11\" fill=\"#6b7686\">%.1f</text>",
                    LEFT - 8, y + 4, tenth / 10.0);
        }
        for (int k = 0; k < record.stream().tasks().size(); k++) {
            add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\" stroke-linejoin=\"round\"/>",
                    line(record, k, base), colour(k));
        }
        strip(record, base + 6);
        for (int epoch = 0; epoch <= epochs; epoch += 20) {
            add("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" font-size=\"11\" fill=\"#6b7686\">%d</text>",
                    LEFT + (double) WIDTH * epoch / epochs, base + 30, epoch);
        }
    }

    private static String line(RunRecord record, int task, int base) {
        StringBuilder path = new StringBuilder();
        for (Evaluation evaluation : record.evaluations()) {
            int column = evaluation.tasksSeen().indexOf(task);
            if (column >= 0) {
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L",
                        LEFT + (double) WIDTH * evaluation.epoch() / record.stream().epochs(),
                        base - HEIGHT * evaluation.individualAccuracies().get(column)));
            }
        }
        return path.toString();
    }

    private void strip(RunRecord record, int y) {
        double step = (double) WIDTH / record.stream().epochs();
        for (Evaluation evaluation : record.evaluations()) {
            add("<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"8\" fill=\"%s\"/>",
                    LEFT + step * (evaluation.epoch() - 1), y, step + 0.2, colour(evaluation.taskId()));
        }
    }
}
