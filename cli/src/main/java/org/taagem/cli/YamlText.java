package org.taagem.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import org.jspecify.annotations.Nullable;
import org.taagem.experiment.ConfigException;

/** Keys and values written in YAML. */
final class YamlText {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .build();
    /** YAML 1.1 takes 1e-3 for a text, which surprises everyone who writes a learning rate. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[-+]?\\d+(\\.\\d*)?[eE][-+]?\\d+");

    private YamlText() {}

    /**
     * Reads a text, which may be empty.
     *
     * @param where whose text it is, for the error
     * @return the values by key; a value that is missing is an empty text
     * @throws ConfigException if it is not YAML, or is anything but keys and values
     */
    static Map<String, Object> parse(String yaml, String where) {
        try (JsonParser parser = YAML.createParser(yaml)) {
            JsonToken first = parser.nextToken();
            Object root = value(parser);
            if (parser.nextToken() != null) {
                throw new ConfigException(where + " holds a second document" + place(parser.currentTokenLocation())
                        + "; expected all keys in one, without '---' between");
            }
            boolean empty = first == null || first == JsonToken.VALUE_NULL; // nothing but comments
            return empty ? Map.of() : keysAndValues(root, where);
        } catch (JacksonException e) {
            throw new ConfigException(where + " is not valid YAML" + place(e.getLocation()) + ": " + problem(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> keysAndValues(Object root, String where) {
        if (root instanceof Map<?, ?> section) {
            Map<String, Object> result = new LinkedHashMap<>();
            section.forEach((key, value) -> result.put(String.valueOf(key), value));
            return result;
        }
        throw new ConfigException(where + " holds " + (root instanceof List ? "a list" : "a single value")
                + "; expected keys with values, such as 'num_epochs: 5'");
    }

    /**
     * Reads one value of a command line as YAML would.
     *
     * @throws ConfigException if it is not YAML
     */
    static Object value(String key, String text) {
        try (JsonParser parser = YAML.createParser(text)) {
            parser.nextToken();
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new ConfigException(
                        "--set " + key + " has the value '" + text + "', which holds a second document; expected one");
            }
            return value;
        } catch (JacksonException e) {
            throw new ConfigException(
                    "--set " + key + " has the value '" + text + "', which is not valid YAML: " + problem(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(@Nullable JsonLocation at) {
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** The lines of a message that tell something; the indented ones show where, which is told already. */
    private static String problem(JacksonException e) {
        return String.valueOf(e.getOriginalMessage())
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }

    /** Reads the value that begins with the current token, if there is one. Not as a tree: that needs databind, a third of the start. */
    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null || token == JsonToken.VALUE_NULL) {
            return "";
        }
        return switch (token) {
            case START_OBJECT -> section(parser);
            case START_ARRAY -> list(parser);
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_STRING -> text(parser.getText());
            default -> parser.getEmbeddedObject(); // such as !!binary, which no key allows
        };
    }

    private static Map<String, Object> section(JsonParser parser) throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            result.put(key, value(parser));
        }
        return result;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        List<Object> result = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            result.add(value(parser));
        }
        return result;
    }

    private static Object text(String text) {
        return SCIENTIFIC.matcher(text).matches() ? Double.valueOf(text) : text;
    }
}
