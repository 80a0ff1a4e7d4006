package org.taagem.report.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.taagem.report.StoredRun;

/**
 * Writes a run as a {@link LongTable} in Apache Parquet: one row group, and one page for each column, compressed with gzip. The
 * library reads and writes the format's headers; pages are written here, for its own writer needs Hadoop.
 *
 * @see <a href="https://github.com/apache/parquet-format">The format</a>
 */
final class ParquetExport {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    private ParquetExport() {}

    static void write(StoredRun run, OutputStream out) throws IOException {
        List<ParquetColumn> columns = columns();
        LongTable.tell(run.name(), run.record(), run.losses(), row -> add(row, columns));
        List<SchemaElement> schema = new ArrayList<>();
        schema.add(new SchemaElement("run").setNum_children(columns.size()));
        columns.forEach(column -> schema.add(column.schema()));
        long position = MAGIC.length;
        out.write(MAGIC);
        List<ColumnChunk> chunks = new ArrayList<>();
        long bytes = 0;
        for (ParquetColumn column : columns) {
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            ColumnChunk chunk = column.writeTo(page, position);
            page.writeTo(out);
            position += page.size();
            bytes += chunk.getMeta_data().getTotal_uncompressed_size();
            chunks.add(chunk);
        }
        long rows = columns.get(0).size();
        RowGroup group = new RowGroup(chunks, bytes, rows);
        FileMetaData footer = new FileMetaData(VERSION, schema, rows, List.of(group)).setCreated_by("taagem");
        ByteArrayOutputStream end = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, end);
        end.writeTo(out);
        out.write(ParquetColumn.littleEndian(Integer.BYTES, end.size()));
        out.write(MAGIC);
    }

    private static List<ParquetColumn> columns() {
        List<ParquetColumn.Kind> kinds = List.of(
                ParquetColumn.Kind.TEXT,
                ParquetColumn.Kind.INTEGER,
                ParquetColumn.Kind.LONG,
                ParquetColumn.Kind.INTEGER,
                ParquetColumn.Kind.TEXT,
                ParquetColumn.Kind.INTEGER,
                ParquetColumn.Kind.REAL);
        List<ParquetColumn> columns = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            columns.add(new ParquetColumn(LongTable.COLUMNS.get(i), kinds.get(i)));
        }
        return columns;
    }

    private static void add(LongTable.Row row, List<ParquetColumn> columns) {
        columns.get(0).add(row.run());
        columns.get(1).add(row.epoch());
        columns.get(2).add(row.step());
        columns.get(3).add(row.taskId());
        columns.get(4).add(row.metric());
        columns.get(5).add(row.of());
        columns.get(6).add(row.value());
    }
}
