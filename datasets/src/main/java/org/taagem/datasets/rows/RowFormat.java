package org.taagem.datasets.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;

/** How a sample is written in a line. */
public enum RowFormat {
    /** Values separated by commas; they may be in quotes, but no line break stands inside them. */
    CSV {
        @Override
        Row parse(String line) throws BadRowException {
            try {
                return new Row(
                        List.of(),
                        CSV_READER
                                .allowUnclosedQuote(false)
                                .ofSingleCsvRecord(line)
                                .getFields());
            } catch (CsvParseException e) {
                throw new BadRowException("the line is not CSV: " + firstSentence(String.valueOf(e.getMessage())));
            }
        }
    },

    /** A JSON object, its values numbers and the label; an array of numbers stands for as many features. */
    JSONL {
        @Override
        Row parse(String line) throws BadRowException {
            Row row = new Row(new ArrayList<>(), new ArrayList<>());
            try (JsonParser parser = JSON.createParser(line)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    throw new BadRowException(
                            "the line is no JSON object; expected one, such as {\"x\": 0.5, \"label\": \"a\"}");
                }
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    addValue(parser, name, parser.nextToken(), row);
                }
                if (parser.nextToken() != null) {
                    throw new BadRowException("the line goes on after its JSON object; expected one per line");
                }
                return row;
            } catch (BadRowException e) {
                throw e;
            } catch (JacksonException e) {
                throw new BadRowException(
                        "the line is not JSON: " + firstSentence(String.valueOf(e.getOriginalMessage())));
            } catch (IOException e) {
                throw new AssertionError("a text cannot fail to be read", e);
            }
        }
    };

    private static final CsvReader.CsvReaderBuilder CSV_READER = CsvReader.builder();
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Takes a line apart. */
    abstract Row parse(String line) throws BadRowException;

    /**
     * Tells the format of a file by its name.
     *
     * @param name the file's name
     * @return JSON lines if the name ends in {@code .jsonl}, {@code .ndjson} or {@code .json}; else CSV
     */
    public static RowFormat of(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return lower.endsWith(".jsonl") || lower.endsWith(".ndjson") || lower.endsWith(".json") ? JSONL : CSV;
    }

    private static void addValue(JsonParser parser, String name, JsonToken token, Row row) throws IOException {
        if (token.isScalarValue()) {
            row.names().add(name);
            row.cells().add(token == JsonToken.VALUE_NULL ? "" : parser.getText());
        } else if (token == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                if (!parser.currentToken().isNumeric()) {
                    throw new BadRowException("'" + name + "' holds something other than numbers at place " + i
                            + "; expected numbers alone");
                }
                row.names().add(name + "[" + i + "]");
                row.cells().add(parser.getText());
            }
        } else {
            throw new BadRowException(
                    "'" + name + "' holds an object; expected a number, a text or an array of numbers");
        }
    }

    private static String firstSentence(String message) {
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceFirst("[.;(].*", "")
                .strip();
    }
}
