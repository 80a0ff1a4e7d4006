package org.taagem.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.taagem.metrics.Metric;
import org.taagem.state.AtomicFile;
import org.taagem.state.FileReason;

/**
 * What has come of a batch: for people, and in two files of its folder.
 *
 * @param name the batch's name
 * @param results what has become of every run, in the order of the plan; and of those that its folder held beside them
 */
record BatchReport(String name, List<BatchResult> results) {
    /** Name of the file of the table. */
    static final String TABLE = "batch.md";

    /** Name of the file with a line for every run. */
    static final String RUNS = "batch.csv";

    /** Returns the table, and a line for every run that is not in it. */
    List<String> text(String plusMinus) {
        List<String> lines = new ArrayList<>();
        List<BatchResult.Finished> finished = of(BatchResult.Finished.class);
        if (!finished.isEmpty()) {
            lines.addAll(BatchTable.lines(finished, plusMinus));
            lines.add("");
        }
        List<BatchResult.Failed> failed = of(BatchResult.Failed.class);
        List<BatchResult.Stopped> stopped = of(BatchResult.Stopped.class);
        lines.add(name + ": " + finished.size() + " of " + results.size() + " runs finished"
                + (failed.isEmpty() ? "" : ", " + failed.size() + " failed")
                + (stopped.isEmpty() ? "" : ", " + stopped.size() + " stopped or not begun"));
        failed.forEach(run -> lines.add("  " + status(run) + ": " + run.slot() + ": " + run.reason()));
        if (results.stream().anyMatch(BatchResult::isMissing)) {
            lines.add("The same command again runs what is missing.");
        }
        return lines;
    }

    private <T extends BatchResult> List<T> of(Class<T> kind) {
        return results.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Says whether an error kept a run from its end. */
    boolean hasFailures() {
        return !of(BatchResult.Failed.class).isEmpty();
    }

    /**
     * Writes both files, in place of older ones.
     *
     * @return the files
     * @throws IOException if one cannot be written; an old one is untouched then
     */
    List<Path> write(Path folder) throws IOException {
        Path table = folder.resolve(TABLE);
        replace(table, out -> {
            String text = "# " + name + "\n\n" + String.join("\n", text("±")) + "\n";
            out.write(text.getBytes(StandardCharsets.UTF_8));
        });
        Path runs = folder.resolve(RUNS);
        replace(runs, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CsvWriter csv = CsvWriter.builder().build(writer);
            csv.writeRecord(header());
            results.forEach(result -> csv.writeRecord(row(result)));
            csv.flush();
        });
        return List.of(table, runs);
    }

    private static List<String> header() {
        List<String> names = new ArrayList<>(List.of("task_type", "seed", "status"));
        for (Metric metric : Metric.values()) {
            names.add(metric.key());
        }
        names.addAll(List.of("wall_time", "folder", "reason"));
        return names;
    }

    private static List<String> row(BatchResult result) {
        List<String> cells = new ArrayList<>(
                List.of(result.slot().row(), String.valueOf(result.slot().seed()), status(result)));
        if (result instanceof BatchResult.Finished run) {
            for (Metric metric : Metric.values()) {
                cells.add(cell(run.record().summary().get(metric).toOptional()));
            }
            cells.add(cell(run.record().wallTime()));
            cells.add(String.valueOf(run.folder().getFileName()));
            cells.add("");
        } else {
            cells.addAll(Collections.nCopies(Metric.values().length + 2, ""));
            cells.add(result instanceof BatchResult.Failed failed ? failed.reason() : "");
        }
        return cells;
    }

    private static String cell(OptionalDouble value) {
        return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
    }

    private static String status(BatchResult result) {
        if (result instanceof BatchResult.Stopped stopped) {
            return stopped.begun() ? "interrupted" : "not begun";
        }
        if (result instanceof BatchResult.Failed failed) {
            return failed.diverged() ? "diverged" : "failed";
        }
        return "finished";
    }

    private static void replace(Path file, AtomicFile.Content content) throws IOException {
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw new IOException("cannot write '" + file + "': " + FileReason.of(file, e), e);
        }
    }
}
