package org.taagem.report.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.core.io.NumberOutput;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import org.taagem.report.StoredRun;

/** Writes a run as a {@link LongTable} in CSV, in UTF-8. */
final class CsvExport {
    private CsvExport() {}

    static void write(StoredRun run, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord(LongTable.COLUMNS);
        LongTable.tell(run.name(), run.record(), run.losses(), row -> csv.writeRecord(cells(row)));
        csv.flush();
        writer.flush();
    }

    private static List<String> cells(LongTable.Row row) {
        return List.of(
                row.run(),
                row.epoch().isPresent() ? String.valueOf(row.epoch().getAsInt()) : "",
                row.step().isPresent() ? String.valueOf(row.step().getAsLong()) : "",
                row.taskId().isPresent() ? String.valueOf(row.taskId().getAsInt()) : "",
                row.metric(),
                row.of().isPresent() ? String.valueOf(row.of().getAsInt()) : "",
                NumberOutput.toString(row.value(), true));
    }
}
