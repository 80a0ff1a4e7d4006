package org.taagem.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.taagem.experiment.ConfigException;

/** Reads configurations from YAML: the file of defaults, presets by name, and files of users. */
final class ConfigFiles {
    /** The presets that come with taagem. */
    static final List<String> PRESETS = List.of("python-parity");

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final TypeReference<Map<String, Object>> KEYS_AND_VALUES = new TypeReference<>() {};
    /** YAML 1.1 takes 1e-3 for a text, which surprises everyone who writes a learning rate. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[-+]?\\d+(\\.\\d*)?[eE][-+]?\\d+");

    private ConfigFiles() {}

    /** Returns every key with its default. */
    static Map<String, Object> defaults() {
        return parse(defaultsText(), "the defaults");
    }

    /** Returns the text of the file of defaults, with its comments. */
    static String defaultsText() {
        return resource("defaults.yaml");
    }

    /** Reads a file, or else the preset of that name. */
    static Map<String, Object> read(String fileOrPreset) throws IOException {
        Path file = Path.of(fileOrPreset);
        if (Files.isRegularFile(file)) {
            return parse(text(file), file.toString());
        }
        if (PRESETS.contains(fileOrPreset)) {
            return parse(resource("presets/" + fileOrPreset + ".yaml"), "preset " + fileOrPreset);
        }
        throw new ConfigException("--config is '" + fileOrPreset
                + "', which is neither a file nor a preset; the presets are " + String.join(", ", PRESETS));
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new ConfigException(file + " is not a text in UTF-8; expected a YAML file", e);
        } catch (IOException e) {
            throw new IOException("cannot read " + file + ": " + e.getMessage() + "; check --config", e);
        }
    }

    private static String resource(String name) {
        try (InputStream resource = ConfigFiles.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is not beside this class; build taagem again");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> parse(String yaml, String where) {
        try {
            Map<String, Object> values = yaml.isBlank() ? Map.of() : YAML.readValue(yaml, KEYS_AND_VALUES);
            return values == null ? Map.of() : withNumbers(values);
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new ConfigException(
                    where + " is not a list of keys and values" + place + ": "
                            + String.valueOf(e.getOriginalMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    e);
        }
    }

    /** Reads one value of a command line as YAML would. */
    static Object value(String key, String text) {
        Object value = parse(key + ": " + text, "--set " + key).get(key);
        return value == null ? "" : value;
    }

    private static Map<String, Object> withNumbers(Map<?, ?> values) {
        Map<String, Object> result = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            Object read = value;
            if (value instanceof Map<?, ?> section) {
                read = withNumbers(section);
            } else if (value instanceof String text && SCIENTIFIC.matcher(text).matches()) {
                read = Double.valueOf(text);
            }
            result.put(String.valueOf(key), read == null ? "" : read);
        });
        return result;
    }
}
