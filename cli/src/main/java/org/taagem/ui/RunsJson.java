package org.taagem.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;

/** What the pages' scripts are told of runs. */
final class RunsJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private RunsJson() {}

    /** What writes a part of an answer. */
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    /** Writes one object. */
    static byte[] object(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array takes all bytes
        }
        return bytes.toByteArray();
    }

    static byte[] of(String folder, RunIndex.Listing listing) {
        return object(json -> {
            json.writeStringField("folder", folder);
            json.writeArrayFieldStart("runs");
            for (RunRow row : listing.rows()) {
                write(row, json);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("unreadable");
            for (Map.Entry<String, String> one : listing.unreadable().entrySet()) {
                json.writeStringField(one.getKey(), one.getValue());
            }
            json.writeEndObject();
        });
    }

    static void write(RunRow row, JsonGenerator json) throws IOException {
        int end = row.id().lastIndexOf('/');
        json.writeStartObject();
        json.writeStringField("id", row.id());
        json.writeStringField("name", row.id().substring(end + 1));
        json.writeStringField("folder", end < 0 ? "." : row.id().substring(0, end));
        json.writeStringField("state", row.state().text());
        for (Map.Entry<String, String> word : row.words().entrySet()) {
            json.writeStringField(word.getKey(), word.getValue());
        }
        write(row.figures(), json);
        json.writeStringField("begun", row.begun().toString());
        json.writeNumberField("step", row.progress().step());
        json.writeNumberField("steps", row.progress().steps());
        if (row.progress().seconds().isPresent()) {
            json.writeNumberField("seconds", row.progress().seconds().getAsDouble());
        }
        json.writeEndObject();
    }

    private static void write(Map<Metric, Figure> figures, JsonGenerator json) throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        json.writeObjectFieldStart("figures");
        for (Map.Entry<Metric, Figure> one : figures.entrySet()) {
            String key = one.getKey().key();
            if (one.getValue() instanceof Figure.Defined defined) {
                json.writeNumberField(key, defined.value());
            } else if (one.getValue() instanceof Figure.Undefined undefined) {
                json.writeNullField(key);
                reasons.put(key, undefined.reason());
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("not_defined");
        for (Map.Entry<String, String> reason : reasons.entrySet()) {
            json.writeStringField(reason.getKey(), reason.getValue());
        }
        json.writeEndObject();
    }
}
