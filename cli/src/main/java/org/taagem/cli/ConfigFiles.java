package org.taagem.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.taagem.experiment.ConfigException;
import org.taagem.report.RunRecordFile;
import org.taagem.state.FileReason;

/** Reads configurations: the file of defaults, presets by name, and files of users, which may be records of runs. */
final class ConfigFiles {
    private ConfigFiles() {}

    /** Returns every key with its default. */
    static Map<String, Object> defaults() {
        return YamlText.parse(defaultsText(), "the defaults");
    }

    /** Returns the text of the file of defaults, with its comments. */
    static String defaultsText() {
        return resource("defaults.yaml");
    }

    /** Reads a file, or else the preset of that name. */
    static Map<String, Object> read(String fileOrPreset) throws IOException {
        Path file = PathText.parse("--config", fileOrPreset);
        if (file.endsWith(RunRecordFile.NAME) || Files.exists(file.resolve(RunRecordFile.NAME))) {
            return RunRecordFile.read(file).config();
        }
        if (Files.exists(file) && !Files.isDirectory(file)) { // also a pipe, as the shell's <(command) makes
            Map<String, Object> keys = YamlText.parse(text(file, "--config"), file.toString());
            return keys.containsKey("schema") && keys.containsKey("config")
                    ? RunRecordFile.read(file).config()
                    : keys;
        }
        Presets presets = Presets.read();
        if (presets.has(fileOrPreset)) {
            return YamlText.parse(Presets.text(fileOrPreset), "preset " + fileOrPreset);
        }
        throw new ConfigException("--config is '" + fileOrPreset
                + "', which is neither a file nor a preset; the presets are " + presets.names());
    }

    /**
     * Reads a file of keys.
     *
     * @param file the file
     * @param option where its name came from, for errors
     * @throws ConfigException if it is no text
     * @throws IOException if it cannot be read
     */
    static String text(Path file, String option) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new ConfigException(file + " is not a text in UTF-8; expected a YAML file", e);
        } catch (IOException e) {
            throw new IOException("cannot read '" + file + "': " + FileReason.of(file, e) + "; check " + option, e);
        }
    }

    /** Returns a text that lies beside this class. */
    static String resource(String name) {
        try (InputStream resource = ConfigFiles.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is not beside this class; build taagem again");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
