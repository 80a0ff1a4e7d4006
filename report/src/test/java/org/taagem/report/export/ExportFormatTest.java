package org.taagem.report.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.core.io.NumberOutput;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taagem.report.RunRecordException;
import org.taagem.report.RunRecordFile;
import org.taagem.report.StoredRun;
import org.taagem.report.legacy.LegacyRun;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExportFormatTest {
    private static final Path RESULTS = Path.of("src/test/resources/org/taagem/report/legacy");

    private final Path folder;

    ExportFormatTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path exported(ExportFormat format) throws IOException {
        Path file = folder.resolve("exported");
        format.export(StoredRun.read(RESULTS.resolve("generation3.pkl")), file);
        return file;
    }

    @Test
    void export_csv_hasARowForEveryNumber() throws IOException {
        List<String> lines = Files.readAllLines(exported(ExportFormat.CSV));

        assertEquals("run,epoch,step,task_id,metric,of,value", lines.get(0));
        assertEquals(
                "generation3.pkl,1,4,0,overall_accuracy,,0.56", lines.get(1).replaceFirst("0\\.\\d+$", "0.56"));
        assertTrue(lines.get(2).startsWith("generation3.pkl,1,4,0,accuracy,0,"), lines.get(2));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("generation3.pkl,,24,,loss,,")));
        assertEquals("generation3.pkl,,24,,learning_rate,,1.6666666666666666E-4", line(lines, ",,24,,learning_rate"));
        assertEquals("generation3.pkl,6,24,2,training_time,,9.0", line(lines, ",6,24,2,training_time"));
        assertTrue(line(lines, ",,,,acc,").startsWith("generation3.pkl,,,,acc,,0.568333333333333"));
        assertTrue(lines.stream().noneMatch(line -> line.contains("fwt")), "it is not defined");
        // per epoch: overall accuracy, loss, time and size, and 1 + 2 + 3 + 3 + 3 + 3 accuracies; per batch: loss and
        // rate
        long ofRun = lines.stream()
                .filter(line -> line.startsWith("generation3.pkl,,,,"))
                .count();
        assertEquals(1 + 6 * 4 + 15 + 24 * 2 + ofRun, lines.size());
    }

    private static String line(List<String> lines, String part) {
        return lines.stream().filter(line -> line.contains(part)).findFirst().orElse("none");
    }

    /** Pages are read here by the format's description; other programs were seen to read the file as well. */
    @Test
    void export_parquet_holdsTheRowsOfTheCsv() throws IOException {
        byte[] parquet = Files.readAllBytes(exported(ExportFormat.PARQUET));
        Files.delete(folder.resolve("exported"));
        List<String> csv = Files.readAllLines(exported(ExportFormat.CSV));
        assertArrayEquals(new byte[] {'P', 'A', 'R', '1'}, Arrays.copyOf(parquet, 4));
        int footer = ByteBuffer.wrap(parquet).order(ByteOrder.LITTLE_ENDIAN).getInt(parquet.length - 8);
        FileMetaData meta =
                Util.readFileMetaData(new ByteArrayInputStream(parquet, parquet.length - 8 - footer, footer));
        assertEquals(csv.size() - 1, meta.getNum_rows());
        List<List<String>> columns = new ArrayList<>();
        for (ColumnChunk chunk : meta.getRow_groups().get(0).getColumns()) {
            columns.add(column(parquet, chunk.getMeta_data(), (int) meta.getNum_rows()));
        }
        for (int row = 0; row < meta.getNum_rows(); row++) {
            int at = row;
            assertEquals(
                    csv.get(row + 1),
                    String.join(
                            ",", columns.stream().map(column -> column.get(at)).toList()));
        }
    }

    private static List<String> column(byte[] parquet, ColumnMetaData meta, int rows) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(
                parquet, (int) meta.getData_page_offset(), (int) meta.getTotal_compressed_size());
        PageHeader header = Util.readPageHeader(in);
        ByteBuffer page =
                ByteBuffer.wrap(new GZIPInputStream(in).readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(header.getUncompressed_page_size(), page.remaining());
        boolean text = meta.getType() == Type.BYTE_ARRAY;
        boolean real = meta.getType() == Type.DOUBLE;
        List<Boolean> present = text || real ? Collections.nCopies(rows, true) : levels(page);
        List<String> values = new ArrayList<>();
        for (boolean there : present) {
            if (!there) {
                values.add("");
            } else if (text) {
                byte[] bytes = new byte[page.getInt()];
                page.get(bytes);
                values.add(new String(bytes, StandardCharsets.UTF_8));
            } else if (real) {
                values.add(NumberOutput.toString(page.getDouble(), true));
            } else {
                boolean wide = meta.getType() == Type.INT64;
                values.add(String.valueOf(wide ? page.getLong() : page.getInt()));
            }
        }
        assertEquals(0, page.remaining());
        return values;
    }

    private static List<Boolean> levels(ByteBuffer page) {
        List<Boolean> present = new ArrayList<>();
        int end = page.getInt() + page.position();
        while (page.position() < end) {
            int length = 0;
            for (int shift = 0; ; shift += 7) {
                int next = Byte.toUnsignedInt(page.get());
                length |= (next & 0x7f) << shift;
                if (next < 0x80) {
                    break;
                }
            }
            boolean value = page.get() == 1;
            for (int i = 0; i < length >> 1; i++) {
                present.add(value);
            }
        }
        return present;
    }

    @Test
    void export_pkl_isReadAgain() throws IOException {
        LegacyRun again = LegacyRun.read(exported(ExportFormat.PKL));
        assertEquals(
                LegacyRun.read(RESULTS.resolve("generation3.pkl")).record().evaluations(),
                again.record().evaluations());
    }

    @ParameterizedTest
    @EnumSource
    void export_fileThere_isRefused(ExportFormat format) throws IOException {
        Path file = exported(format);
        byte[] before = Files.readAllBytes(file);

        RunRecordException e = assertThrows(RunRecordException.class, () -> exported(format));

        assertEquals("'" + file + "' is there already; remove it, or name another with -o", e.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void export_noSuchFolder_isRefused() throws IOException {
        StoredRun run = StoredRun.read(RESULTS.resolve("generation3.pkl"));
        Path file = folder.resolve("no/such/file.csv");
        RunRecordException e = assertThrows(RunRecordException.class, () -> ExportFormat.CSV.export(run, file));
        assertEquals("cannot write '" + file + "': no such file or folder", e.getMessage());
    }

    @Test
    void convert_twice_isNoticed() throws IOException {
        Path result = RESULTS.resolve("generation2.pkl");

        Path made = RunConversion.convert(result, folder.resolve("out"));

        assertEquals(folder.resolve("out/generation2"), made);
        assertEquals(LegacyRun.read(result).record(), RunRecordFile.read(made));
        assertEquals(24, StoredRun.read(made).losses().size());
        RunRecordException e =
                assertThrows(RunRecordException.class, () -> RunConversion.convert(result, folder.resolve("out")));
        assertEquals(
                "'" + result + "' is not converted: '" + made
                        + "' is there already; remove it, or name another folder with -o",
                e.getMessage());
        try (Stream<Path> left = Files.list(folder.resolve("out"))) {
            assertEquals(1, left.count(), "nothing half-written");
        }
    }

    @Test
    void convert_folderIsAFile_isRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        RunRecordException e = assertThrows(
                RunRecordException.class, () -> RunConversion.convert(RESULTS.resolve("generation2.pkl"), file));
        assertTrue(
                String.valueOf(e.getMessage()).startsWith("cannot make folder '" + file.resolve("generation2") + "': "),
                e.getMessage());
    }
}
