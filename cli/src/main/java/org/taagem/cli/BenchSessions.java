package org.taagem.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import org.taagem.state.AtomicFile;
import org.taagem.state.FileReason;

/**
 * The times at which a bench was at work: a file of its folder, with a line for each. So the time of all is known.
 *
 * @param file where they are kept
 * @param all the times, oldest first
 */
record BenchSessions(Path file, List<Session> all) {
    /** Name of the file. */
    static final String NAME = "sessions.csv";

    BenchSessions {
        all = List.copyOf(all);
    }

    /**
     * A time.
     *
     * @param started when it began
     * @param seconds how long it went on, to a tenth
     * @param jobs runs at once
     * @param commit what taagem was built from
     * @param machine processor, number of them, system and Java
     */
    record Session(String started, double seconds, int jobs, String commit, String machine) {
        private static final List<String> HEADER = List.of("started", "seconds", "jobs", "commit", "machine");

        private List<String> cells() {
            return List.of(started, String.format(Locale.ROOT, "%.1f", seconds), String.valueOf(jobs), commit, machine);
        }

        private static Session of(NamedCsvRecord line) {
            return new Session(
                    line.getField("started"),
                    Double.parseDouble(line.getField("seconds")),
                    Integer.parseInt(line.getField("jobs")),
                    line.getField("commit"),
                    line.getField("machine"));
        }
    }

    /**
     * Reads the file of a folder.
     *
     * @throws IOException if it cannot be read, or is damaged
     */
    static BenchSessions in(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        List<Session> before = new ArrayList<>();
        if (Files.exists(file)) {
            try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
                for (NamedCsvRecord line : lines) {
                    before.add(Session.of(line));
                }
            } catch (CsvParseException | NumberFormatException | NoSuchElementException e) {
                throw new IOException(
                        "'" + file + "' is damaged: " + TaagemCommand.oneLine(e)
                                + "; remove it, and only the total time is lost",
                        e);
            }
        }
        return new BenchSessions(file, before);
    }

    /** Returns these times and one more, not written yet. */
    BenchSessions with(Session now) {
        List<Session> more = new ArrayList<>(all);
        more.add(now);
        return new BenchSessions(file, more);
    }

    /**
     * Writes the file anew.
     *
     * @throws IOException if it cannot be written; the old one is untouched then
     */
    void write() throws IOException {
        try {
            AtomicFile.write(file, out -> {
                CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                csv.writeRecord(Session.HEADER);
                all.forEach(session -> csv.writeRecord(session.cells()));
                csv.flush();
            });
        } catch (IOException e) {
            throw new IOException("cannot write '" + file + "': " + FileReason.of(file, e), e);
        }
    }
}
