package org.taagem.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * How a {@link RunFile} is written as JSON. A number that JSON does not have is a text: {@code "NaN"}, {@code "Infinity"}
 * or {@code "-Infinity"}; one that is not defined is null.
 */
final class RunJson {
    private static final JsonMapper MAPPER = mapper();

    private RunJson() {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(SummaryJson.module())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER) // the same digits on every version of Java
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS);
        writeMapsInOrder(builder);
        return refuseWhatIsMissingOrOfAnotherType(builder).build();
    }

    private static void writeMapsInOrder(JsonMapper.Builder builder) {
        JsonFormat.Value sorted = JsonFormat.Value.empty().withFeature(JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES);
        builder.withConfigOverride(Map.class, override -> override.setFormat(sorted));
    }

    private static JsonMapper.Builder refuseWhatIsMissingOrOfAnotherType(JsonMapper.Builder builder) {
        JsonSetter.Value noNulls = JsonSetter.Value.forContentNulls(Nulls.FAIL);
        return builder.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withConfigOverride(List.class, override -> override.setSetterInfo(noNulls))
                .withConfigOverride(Map.class, override -> override.setSetterInfo(noNulls));
    }

    /** Makes what writes a {@link RunFile}, which is kept from then on. */
    static void prepare() {
        if (!MAPPER.writerFor(RunFile.class).hasPrefetchedSerializer()) {
            throw new IllegalStateException("Jackson has not kept what writes " + RunFile.class);
        }
    }

    static void write(RunFile file, OutputStream out) throws IOException {
        try (JsonGenerator generator = MAPPER.createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.setPrettyPrinter(JsonLayout.printer());
            MAPPER.writeValue(generator, file);
            generator.writeRaw('\n');
        }
    }

    /** Writes in signs that every terminal and pipe lets through. */
    static String ascii(RunFile file) {
        try {
            return MAPPER.writer(JsonLayout.printer())
                    .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not to be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Parses any JSON; the result is a missing node if there is none. */
    static JsonNode parse(InputStream in) throws IOException {
        return MAPPER.readTree(in);
    }

    static RunFile toFile(JsonNode json) throws IOException {
        return MAPPER.treeToValue(json, RunFile.class);
    }
}
