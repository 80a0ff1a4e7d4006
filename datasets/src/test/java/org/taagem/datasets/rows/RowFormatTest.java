package org.taagem.datasets.rows;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RowFormatTest {
    @Test
    void parse_csv_givesCells() throws BadRowException {
        assertEquals(new Row(List.of(), List.of("1", " 2", "a, \"b\"")), RowFormat.CSV.parse("1, 2,\"a, \"\"b\"\"\""));
    }

    @Test
    void parse_jsonl_givesNamesAndCells() throws BadRowException {
        assertEquals(
                new Row(List.of("x", "f[0]", "f[1]", "label", "n"), List.of("0.5", "1", "2e3", "ü", "")),
                RowFormat.JSONL.parse("{\"x\": 0.5, \"f\": [1, 2e3], \"label\": \"\\u00fc\", \"n\": null}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CSV | 1,\"2,3 | the line is not CSV: Unclosed quoted field at end of input",
                "JSONL | [1, 2] | the line is no JSON object; expected one, such as {\"x\": 0.5, \"label\": \"a\"}",
                "JSONL | {\"x\": 1} 2 | the line goes on after its JSON object; expected one per line",
                "JSONL | {\"x\": {}} | 'x' holds an object; expected a number, a text or an array of numbers",
                "JSONL | {\"x\": [1, \"a\"]} | 'x' holds something other than numbers at place 1; expected numbers alone",
                "JSONL | {\"x\": 1, \"x\": 2} | the line is not JSON: Duplicate field 'x'"
            })
    void parse_wrongLine_saysWhatIsWrong(RowFormat format, String line, String message) {
        assertEquals(
                message,
                assertThrows(BadRowException.class, () -> format.parse(line)).getMessage());
    }

    @Property(tries = 2000)
    void parse_anyLine_givesARowOrABadRow(@ForAll String line, @ForAll RowFormat format) {
        try {
            Row row = format.parse(line);
            assertTrue(
                    row.names().isEmpty() || row.names().size() == row.cells().size());
        } catch (BadRowException e) {
            assertEquals(1, String.valueOf(e.getMessage()).lines().count());
        }
    }

    @Test
    void of_name_tellsTheFormat() {
        assertEquals(RowFormat.JSONL, RowFormat.of("a.JSONL"));
        assertEquals(RowFormat.JSONL, RowFormat.of("a.ndjson"));
        assertEquals(RowFormat.CSV, RowFormat.of("json.csv"));
        assertEquals(RowFormat.CSV, RowFormat.of("-"));
    }

    @Test
    void isNumber_textsThatJavaWouldTake_areNone() {
        for (String text : List.of("1", "-2.5", "+1e-3", " 7 ", ".5")) {
            assertTrue(Numbers.isNumber(text), text);
        }
        for (String text : List.of("", " ", "1f", "1d", "0x1p3", "NaN", "Infinity", "1e99", "1,5", "a")) {
            assertFalse(Numbers.isNumber(text), text);
        }
        assertEquals(-2.5f, Numbers.parse("-2.5"));
    }
}
