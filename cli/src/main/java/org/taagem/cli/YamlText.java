package org.taagem.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.taagem.experiment.ConfigException;

/** Keys and values written in YAML. */
final class YamlText {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
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
        try {
            JsonNode root = YAML.readTree(yaml);
            if (root.isMissingNode() || root.isNull()) { // nothing but comments
                return Map.of();
            }
            if (root instanceof ObjectNode section) {
                return keysAndValues(section);
            }
            throw new ConfigException(where + " holds " + (root.isArray() ? "a list" : "a single value")
                    + "; expected keys with values, such as 'num_epochs: 5'");
        } catch (MismatchedInputException e) {
            throw new ConfigException(
                    where + " holds a second document" + place(e) + "; expected all keys in one, without '---' between",
                    e);
        } catch (JacksonException e) {
            throw new ConfigException(where + " is not valid YAML" + place(e) + ": " + problem(e), e);
        }
    }

    /**
     * Reads one value of a command line as YAML would.
     *
     * @throws ConfigException if it is not YAML
     */
    static Object value(String key, String text) {
        try {
            return value(YAML.readTree(text));
        } catch (JacksonException e) {
            throw new ConfigException(
                    "--set " + key + " has the value '" + text + "', which is not valid YAML: " + problem(e), e);
        }
    }

    private static String place(JacksonException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** The lines of a message that tell something; the indented ones show where, which is told already. */
    private static String problem(JacksonException e) {
        return String.valueOf(e.getOriginalMessage())
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> keysAndValues(ObjectNode section) {
        Map<String, Object> result = new LinkedHashMap<>();
        section.properties().forEach(property -> result.put(property.getKey(), value(property.getValue())));
        return result;
    }

    private static Object value(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (node instanceof ObjectNode section) {
            return keysAndValues(section);
        }
        boolean number =
                node.isTextual() && SCIENTIFIC.matcher(node.textValue()).matches();
        return number ? Double.valueOf(node.textValue()) : YAML.convertValue(node, Object.class);
    }
}
