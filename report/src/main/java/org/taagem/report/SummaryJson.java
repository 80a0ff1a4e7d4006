package org.taagem.report;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import org.taagem.experiment.Summary;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;

/**
 * How a {@link Summary} is written: a number or null for every metric, so that a table of many runs has a column of numbers
 * for each, and beside them, by metric, why one is null.
 */
final class SummaryJson {
    private static final String ORIGINS = "memory_by_origin";
    private static final String REASONS = "not_defined";

    private SummaryJson() {}

    static SimpleModule module() {
        return new SimpleModule("summary")
                .addSerializer(Summary.class, new Writer())
                .addDeserializer(Summary.class, new Reader());
    }

    private static final class Writer extends JsonSerializer<Summary> {
        @Override
        public void serialize(Summary summary, JsonGenerator out, SerializerProvider provider) throws IOException {
            Map<String, String> reasons = new TreeMap<>();
            out.writeStartObject();
            for (Metric metric : Metric.values()) {
                out.writeFieldName(metric.key());
                Figure figure = summary.get(metric);
                if (figure instanceof Figure.Defined defined) {
                    out.writeNumber(defined.value());
                } else if (figure instanceof Figure.Undefined undefined) {
                    out.writeNull();
                    reasons.put(metric.key(), undefined.reason());
                }
            }
            provider.defaultSerializeField(ORIGINS, summary.memoryByOrigin(), out);
            provider.defaultSerializeField(REASONS, reasons, out);
            out.writeEndObject();
        }
    }

    /** What is in a summary beside its figures. */
    private record Rest(Map<Integer, Integer> memoryByOrigin, Map<String, String> notDefined) {}

    private static final class Reader extends JsonDeserializer<Summary> {
        @Override
        public Summary deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode json = context.readTree(in);
            Rest rest = context.readTreeAsValue(json, Rest.class);
            Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
            for (Metric metric : Metric.values()) {
                figures.put(metric, figure(json.path(metric.key()), metric, rest, context));
            }
            return new Summary(figures, rest.memoryByOrigin);
        }

        private static Figure figure(JsonNode json, Metric metric, Rest rest, DeserializationContext context)
                throws IOException {
            if (json.isNull()) {
                String reason = rest.notDefined.get(metric.key());
                if (reason == null || reason.isBlank()) {
                    throw wrong(context, String.class, metric.key(), REASONS);
                }
                return new Figure.Undefined(reason);
            }
            if (!json.isNumber() || !Double.isFinite(json.doubleValue())) {
                throw wrong(context, Double.class, metric.key());
            }
            return new Figure.Defined(json.doubleValue());
        }

        /** Makes the error for a value that lies below others, the innermost first. */
        private static JsonMappingException wrong(DeserializationContext context, Class<?> expected, String... path) {
            JsonMappingException wrong =
                    MismatchedInputException.from(context.getParser(), expected, "of another type");
            for (String key : path) {
                wrong.prependPath(Summary.class, key);
            }
            return wrong;
        }
    }
}
