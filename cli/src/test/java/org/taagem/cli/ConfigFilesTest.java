package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.experiment.ConfigException;
import org.taagem.report.RunRecordException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConfigFilesTest {
    private final Path folder;

    ConfigFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void read_file_givesItsKeys() throws IOException {
        Path file = Files.writeString(folder.resolve("my.yaml"), "seed: 1\nexperiment_name: größer\n");
        assertEquals(Map.of("seed", 1, "experiment_name", "größer"), ConfigFiles.read(file.toString()));
    }

    @Test
    void read_emptyFile_givesNoKeys() throws IOException {
        assertEquals(
                Map.of(),
                ConfigFiles.read(Files.createFile(folder.resolve("empty.yaml")).toString()));
    }

    @Test
    void read_everyPreset_givesKnownKeys() throws IOException {
        for (String preset : Presets.read().byName().keySet()) {
            Map<String, Object> keys = ConfigFiles.read(preset);
            assertTrue(ConfigFiles.defaults().keySet().containsAll(keys.keySet()), () -> preset + ": " + keys);
            TrainSettings.read(ConfigLayers.merge(ConfigFiles.defaults(), keys, Map.of()));
        }
    }

    @Test
    void read_notUtf8_fails() throws IOException {
        Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe4});
        assertMessage(file + " is not a text in UTF-8; expected a YAML file", file.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-preset", "python_parity", ""})
    void read_neitherFileNorPreset_namesThePresets(String name) {
        assertMessage(
                "--config is '" + name
                        + "', which is neither a file nor a preset; the presets are best, paper, python-parity,"
                        + " strata-1, strata-2, agem-iclr19, split-mnist-domain",
                name);
    }

    @Test
    void read_folder_isNoFile() {
        assertMessage(
                "--config is '" + folder
                        + "', which is neither a file nor a preset; the presets are best, paper, python-parity,"
                        + " strata-1, strata-2, agem-iclr19, split-mnist-domain",
                folder.toString());
    }

    @Test
    void read_noPath_saysWhy() {
        assertMessage("--config is 'a?b'; expected a path (Nul character not allowed)", "a\0b");
    }

    @Test
    void read_damagedRunRecord_fails() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "{}");
        assertThrows(RunRecordException.class, () -> ConfigFiles.read(file.toString()));
    }

    private static void assertMessage(String message, String fileOrPreset) {
        assertEquals(
                message,
                assertThrows(ConfigException.class, () -> ConfigFiles.read(fileOrPreset))
                        .getMessage());
    }
}
