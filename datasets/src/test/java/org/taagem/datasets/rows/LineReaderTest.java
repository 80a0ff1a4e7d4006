package org.taagem.datasets.rows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class LineReaderTest {
    private static List<String> lines(String text) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> lines = new ArrayList<>();
        for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
            lines.add(line.get());
            assertEquals(lines.size(), reader.number());
        }
        return lines;
    }

    @Test
    void next_anyLineBreaks_givesLinesWithoutThem() throws IOException {
        assertEquals(List.of(), lines(""));
        assertEquals(List.of("a"), lines("a"));
        assertEquals(List.of("a"), lines("a\n"));
        assertEquals(List.of("a", "", "ü"), lines("a\r\n\nü"));
        assertEquals(List.of("a,b"), lines("\uFEFFa,b\n"));
        assertEquals(List.of("a", "", "b"), lines("a\r\rb\r"));
        assertEquals(List.of("a", "", "b", "c"), lines("a\r\n\r\nb\rc\r\n"));
    }

    @Test
    void next_lineLongerThanTheBuffer_isWhole() throws IOException {
        String line = "x".repeat(200_000);

        assertEquals(List.of(line, "y"), lines(line + "\ny\n"));
    }

    /** Bytes that come bit by bit, as through a pipe. */
    @Test
    void next_oneByteAtATime_givesTheSameLines() throws IOException {
        InputStream slow = new SequenceInputStream(
                new ByteArrayInputStream("ab".getBytes(StandardCharsets.UTF_8)),
                new ByteArrayInputStream("c\nd".getBytes(StandardCharsets.UTF_8)));
        LineReader reader = new LineReader(slow);

        assertEquals(Optional.of("abc"), reader.next());
        assertEquals(Optional.of("d"), reader.next());
        assertEquals(Optional.empty(), reader.next());
    }

    /** Somebody who waits for a line gets it before the second half of its line break has come. */
    @Test
    void next_lineBreakInTwoPieces_isOneLineBreak() throws IOException {
        InputStream slow = new SequenceInputStream(
                new ByteArrayInputStream("a\r".getBytes(StandardCharsets.UTF_8)),
                new ByteArrayInputStream("\nb\n".getBytes(StandardCharsets.UTF_8)));
        LineReader reader = new LineReader(slow);

        assertEquals(Optional.of("a"), reader.next());
        assertEquals(Optional.of("b"), reader.next());
        assertEquals(Optional.empty(), reader.next());
    }

    @Test
    void next_notText_isABadRowAndTheNextLineIsRead() throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(new byte[] {(byte) 0xFF, '\n', 'a', '\n'}));

        BadRowException e = assertThrows(BadRowException.class, reader::next);
        assertEquals("the line is not text in UTF-8", e.getMessage());
        assertEquals(Optional.of("a"), reader.next());
        assertEquals(2, reader.number());
    }

    @Test
    void next_lineTooLong_isABadRowAndTheNextLineIsRead() throws IOException {
        byte[] bytes = new byte[LineReader.LONGEST + 100];
        Arrays.fill(bytes, (byte) '"');
        bytes[bytes.length - 2] = '\n';
        bytes[bytes.length - 1] = 'a';
        LineReader reader = new LineReader(new ByteArrayInputStream(bytes));

        BadRowException e = assertThrows(BadRowException.class, reader::next);
        assertEquals("the line has more than 16777216 bytes; expected a sample per line", e.getMessage());
        assertEquals(Optional.of("a"), reader.next());
    }
}
