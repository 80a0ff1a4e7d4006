package org.taagem.datasets.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.taagem.data.CellException;
import org.taagem.data.DataFile;
import org.taagem.data.DataFileException;
import org.taagem.data.Sha256;

/**
 * A CSV file as RFC 4180 has it (commas, quotation marks, UTF-8), read row by row as often as one likes. Cells, rows and
 * the number of columns have limits, so a quotation mark that is never closed does not take the whole file in.
 */
final class CsvTable {
    private static final int LONGEST_CELL = 10_000;
    private static final int LONGEST_ROW = 1 << 24;
    private static final int MOST_COLUMNS = 1 << 17;
    private static final String REMEDY = "Mend the file there";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final DataFile file;

    CsvTable(DataFile file) {
        this.file = file;
    }

    /** What is done with each row. */
    @FunctionalInterface
    interface Visitor {
        void row(CsvRecord row) throws IOException;
    }

    String name() {
        return file.name();
    }

    /**
     * Reads all rows that are not empty.
     *
     * @return SHA-256 of the content, decompressed
     * @throws DataFileException if the file is no CSV file, or the visitor refuses a row
     */
    String read(Visitor visitor) throws IOException {
        Sha256 sha256 = new Sha256();
        try (InputStream in = new BufferedInputStream(sha256.watch(file.open()), 1 << 16)) {
            walk(in, Long.MAX_VALUE, visitor);
        }
        return sha256.hex();
    }

    /** Reads the first rows. */
    List<CsvRecord> first(int count) throws IOException {
        List<CsvRecord> first = new ArrayList<>();
        try (InputStream in = file.open()) {
            walk(in, count, first::add);
        }
        return first;
    }

    private void walk(InputStream in, long count, Visitor visitor) throws IOException {
        try (CsvReader<CsvRecord> reader = reader(in);
                CloseableIterator<CsvRecord> rows = reader.iterator()) {
            for (long i = 0; i < count && rows.hasNext(); i++) {
                visitor.row(rows.next());
            }
        } catch (CsvParseException e) {
            throw new DataFileException(name(), "is no valid CSV file: " + problem(e), REMEDY, e);
        } catch (UncheckedIOException e) {
            throw readable(Objects.requireNonNull(e.getCause()));
        }
    }

    private static CsvReader<CsvRecord> reader(InputStream in) throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            in.reset();
        }
        // the decoder's own way of reporting; a reader made with a charset alone would put other characters in
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        return CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(1 << 20)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(LONGEST_ROW)
                                .maxFields(MOST_COLUMNS)),
                        text);
    }

    private static String problem(CsvParseException e) {
        String message = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private IOException readable(IOException cause) throws IOException {
        if (cause instanceof CharacterCodingException) {
            try (InputStream in = file.open()) {
                return new DataFileException(
                        name(),
                        "line " + TextCheck.badLine(in) + " is not a text in UTF-8",
                        "Save it as CSV in UTF-8",
                        cause);
            }
        }
        return cause;
    }

    DataFileException bad(long line, String problem, String remedy) {
        return new DataFileException(name(), "line " + line + " " + problem, remedy);
    }

    /** Says which cell is wrong. */
    DataFileException bad(long line, int column, String columnName, CellException problem) {
        String called = columnName.equals("column " + (column + 1)) ? "" : " (" + columnName + ")";
        return new DataFileException(
                name(),
                "line " + line + ", column " + (column + 1) + called + " " + problem.getMessage(),
                problem.remedy(),
                problem);
    }
}
