package org.taagem.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** Says in one line what is wrong with a JSON file. */
final class JsonProblem {
    private static final int SHOWN = 60;

    private static final Map<Class<?>, String> NAMES = Map.of(
            int.class, "a whole number",
            Integer.class, "a whole number",
            long.class, "a whole number",
            double.class, "a number",
            Double.class, "a number",
            OptionalDouble.class, "a number",
            OptionalInt.class, "a whole number",
            OptionalLong.class, "a whole number",
            String.class, "a text",
            Instant.class, "a moment such as \"2026-01-01T12:00:00Z\"");

    private JsonProblem() {}

    /** Makes the error for what is not JSON. */
    static RunRecordException malformed(Path file, JsonProcessingException cause) {
        JsonLocation at = Objects.requireNonNullElse(cause.getLocation(), JsonLocation.NA);
        String what = cause instanceof JsonEOFException
                ? "the file ends too early; it was cut off"
                : cause.getOriginalMessage().replaceAll("\\s*\\R\\s*", " ");
        return new RunRecordException(
                "'" + file + "' is not JSON: line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + what,
                cause);
    }

    /** Makes the error for JSON that lacks a value, or holds one of another type. */
    static RunRecordException wrongValue(Path file, JsonNode json, JsonMappingException cause) {
        String path = "";
        JsonNode node = json;
        for (Reference step : cause.getPath()) {
            String name = step.getFieldName();
            node = name == null ? node.path(step.getIndex()) : node.path(name);
            path += name == null ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + name;
        }
        String what = node.isMissingNode() ? " is missing" : got(node, cause) + "; expected " + expected(cause);
        return new RunRecordException("'" + file + "' does not hold the record of a run: " + path + what, cause);
    }

    private static String got(JsonNode node, JsonMappingException cause) {
        if (node.isObject() && cause instanceof InvalidFormatException ofKey) {
            return " has the key '" + ofKey.getValue() + "'";
        }
        return " is " + shown(node);
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    }

    private static String expected(JsonMappingException cause) {
        Class<?> type = cause instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? mismatch.getTargetType()
                : Object.class;
        if (type.isEnum()) {
            return "one of "
                    + Stream.of(type.getEnumConstants())
                            .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        } else if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        } else if (Map.class.isAssignableFrom(type) || type.isRecord()) {
            return "an object";
        }
        return NAMES.getOrDefault(type, "another value");
    }
}
