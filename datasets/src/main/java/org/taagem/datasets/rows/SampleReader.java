package org.taagem.datasets.rows;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import org.taagem.data.Encoding;
import org.taagem.experiment.OnlineFile.Position;
import org.taagem.experiment.SampleSpace;

/** Reads the samples of a stream, one by one, as they come. */
public final class SampleReader implements Closeable {
    private final String source;
    private final RowFormat format;
    private final ColumnSettings settings;
    private final InputStream in;
    private final LineReader lines;
    private Optional<Columns> columns = Optional.empty();
    private long digest;

    /**
     * Makes a reader.
     *
     * @param source where the stream comes from, in words for the user
     * @param in the stream
     * @param format how a sample is written
     * @param settings what is known of the columns
     */
    public SampleReader(String source, InputStream in, RowFormat format, ColumnSettings settings) {
        this.source = source;
        this.in = in;
        this.format = format;
        this.settings = settings;
        lines = new LineReader(in);
    }

    /**
     * A line that was read.
     *
     * @param position how far the stream has been read with it
     * @param sample the sample in it; absent if the line is bad
     * @param problem what is wrong with it, with the number of the line; empty if nothing is
     */
    public record Reading(Position position, Optional<LabelledVector> sample, String problem) {}

    /**
     * Goes on to the next line that holds something other than names; waits for it if need be.
     *
     * @return what was read; empty at the end of the stream
     * @throws TableException if no line of this stream can be used
     * @throws IOException if reading fails
     */
    public Optional<Reading> next() throws IOException {
        while (true) {
            try {
                Optional<String> line = lines.next();
                if (line.isEmpty()) {
                    return Optional.empty();
                }
                digest = 31 * digest + line.get().hashCode();
                Optional<LabelledVector> sample = sample(line.get());
                if (sample.isPresent()) {
                    return Optional.of(new Reading(position(), sample, ""));
                }
            } catch (BadRowException e) {
                return Optional.of(new Reading(
                        position(), Optional.empty(), source + ", line " + lines.number() + ": " + e.getMessage()));
            } catch (TableException e) {
                throw new TableException(source + " " + e.getMessage());
            }
        }
    }

    private Position position() {
        return new Position(source, lines.number(), digest);
    }

    /** Returns the sample of a line, unless the line is blank or holds names. */
    private Optional<LabelledVector> sample(String line) throws IOException {
        if (line.isBlank()) {
            return Optional.empty();
        }
        Row row = format.parse(line);
        if (columns.isEmpty() && isHeader(row)) {
            columns = Optional.of(Columns.find(
                    settings,
                    row.cells().stream().map(String::strip).toList(),
                    row.cells().size()));
            return Optional.empty();
        }
        if (columns.isEmpty()) {
            columns =
                    Optional.of(Columns.find(settings, row.names(), row.cells().size()));
        }
        return Optional.of(columns.get().read(row));
    }

    /** Names that are no numbers tell a header, as long as they do not stand where the label does. */
    private boolean isHeader(Row row) {
        if (!row.names().isEmpty()) {
            return false;
        }
        List<String> cells = row.cells().stream().map(String::strip).toList();
        if (settings.header().isPresent()) {
            return settings.header().get();
        }
        Optional<Encoding> encoding = settings.known().flatMap(SampleSpace::encoding);
        if (encoding.isPresent()) {
            return encoding.get().columns().stream().anyMatch(column -> cells.contains(column.name()));
        }
        int label = settings.labelIndex(settings.isPosition() ? List.of() : cells, cells.size());
        for (int c = 0; c < cells.size(); c++) {
            if (c != label && !Numbers.isNumber(cells.get(c))) {
                return true;
            }
        }
        return !settings.isPosition() && cells.contains(settings.labelColumn());
    }

    /**
     * Reads up to where a stream has been read before.
     *
     * @param before how far that was
     * @throws TableException if this is not the stream that was read
     * @throws IOException if reading fails
     */
    public void skip(Position before) throws IOException {
        while (lines.number() < before.rows()) {
            Optional<Reading> reading = next();
            if (reading.isEmpty()) {
                throw new TableException(source + " has " + lines.number() + " lines, but " + before.rows()
                        + " were read of it before: it is another file now. --from_start learns it from its beginning");
            }
        }
        if (lines.number() != before.rows() || digest != before.digest()) {
            throw new TableException(
                    source + " begins with other lines than the " + before.rows()
                            + " that were read of it before: it is another file now. --from_start learns it from its beginning");
        }
    }

    /**
     * Returns the number of features; only after the first sample.
     *
     * @return at least 1
     */
    public int features() {
        return columns.orElseThrow().features();
    }

    /**
     * Returns the features' names, in order; only after the first sample.
     *
     * @return the names; empty if they have none
     */
    public List<String> featureNames() {
        return columns.orElseThrow().featureNames();
    }

    /**
     * Returns the label's name; only after the first sample.
     *
     * @return the name; empty if it has none
     */
    public String labelName() {
        return columns.orElseThrow().labelName();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
