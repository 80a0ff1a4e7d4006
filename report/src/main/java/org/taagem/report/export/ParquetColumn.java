package org.taagem.report.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;

import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/** A column of a Parquet file, which is written as one page: which values there are, and then the values one by one. */
final class ParquetColumn {
    /** What the values of a column are. */
    enum Kind {
        TEXT(Type.BYTE_ARRAY, FieldRepetitionType.REQUIRED),
        INTEGER(Type.INT32, FieldRepetitionType.OPTIONAL),
        LONG(Type.INT64, FieldRepetitionType.OPTIONAL),
        REAL(Type.DOUBLE, FieldRepetitionType.REQUIRED);

        private final Type type;
        private final FieldRepetitionType repetition;

        Kind(Type type, FieldRepetitionType repetition) {
            this.type = type;
            this.repetition = repetition;
        }
    }

    private final String name;
    private final Kind kind;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final Runs present = new Runs();

    ParquetColumn(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        values.writeBytes(littleEndian(Integer.BYTES, bytes.length));
        values.writeBytes(bytes);
        present.add(true);
    }

    void add(double value) {
        values.writeBytes(littleEndian(Double.BYTES, Double.doubleToRawLongBits(value)));
        present.add(true);
    }

    void add(OptionalInt value) {
        value.ifPresent(number -> values.writeBytes(littleEndian(Integer.BYTES, number)));
        present.add(value.isPresent());
    }

    void add(OptionalLong value) {
        value.ifPresent(number -> values.writeBytes(littleEndian(Long.BYTES, number)));
        present.add(value.isPresent());
    }

    int size() {
        return present.size();
    }

    SchemaElement schema() {
        SchemaElement element = new SchemaElement(name).setType(kind.type).setRepetition_type(kind.repetition);
        return kind == Kind.TEXT ? element.setConverted_type(ConvertedType.UTF8) : element;
    }

    /** Writes the page, and returns what the footer has to tell of it. */
    ColumnChunk writeTo(OutputStream out, long position) throws IOException {
        byte[] page = page();
        byte[] packed = gzip(page);
        PageHeader header = new PageHeader(PageType.DATA_PAGE, page.length, packed.length)
                .setData_page_header(new DataPageHeader(size(), Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        Util.writePageHeader(header, head);
        head.writeTo(out);
        out.write(packed);
        return new ColumnChunk(position)
                .setMeta_data(new ColumnMetaData(
                        kind.type,
                        List.of(Encoding.PLAIN, Encoding.RLE),
                        List.of(name),
                        CompressionCodec.GZIP,
                        size(),
                        (long) head.size() + page.length,
                        (long) head.size() + packed.length,
                        position));
    }

    private byte[] page() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        if (kind.repetition == FieldRepetitionType.OPTIONAL) {
            byte[] levels = present.bytes();
            page.writeBytes(littleEndian(Integer.BYTES, levels.length));
            page.writeBytes(levels);
        }
        page.writeBytes(values.toByteArray());
        return page.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    static byte[] littleEndian(int bytes, long number) {
        byte[] all = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
        return Arrays.copyOf(all, bytes);
    }

    /** Which rows have a value, as run lengths: twice how many rows in a row as a varint, and then whether they have one. */
    private static final class Runs {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean last;
        private int length;
        private int size;

        void add(boolean present) {
            if (present != last) {
                end();
                last = present;
            }
            length++;
            size++;
        }

        int size() {
            return size;
        }

        private void end() {
            if (length > 0) {
                int rest = length << 1;
                for (; rest >= 0x80; rest >>>= 7) {
                    bytes.write((rest & 0x7f) | 0x80);
                }
                bytes.write(rest);
                bytes.write(last ? 1 : 0);
                length = 0;
            }
        }

        byte[] bytes() {
            end();
            return bytes.toByteArray();
        }
    }
}
