package org.taagem.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.taagem.data.DataSettings;
import org.taagem.data.DatasetLoader;
import org.taagem.data.DatasetLoaders;
import org.taagem.data.DatasetRequest;
import org.taagem.data.DatasetRequestException;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SpiralsLoaderTest {
    private static TrainTest load(String name, long seed) throws IOException, InterruptedException {
        DatasetLoader found = DatasetLoaders.named("spirals").orElseThrow();
        return found.load(DatasetRequest.of(name, DataSettings.DEFAULTS, new Seeds(seed)));
    }

    @Test
    void load_threeSpirals_dependOnTheSeedAlone() throws Exception {
        TrainTest data = load("spirals:3", 1);
        assertEquals(1500, data.train().size());
        assertEquals(3, data.train().classes());
        assertEquals(data, load("spirals:3", 1));
        assertNotEquals(data.train().samples(), data.test().samples());
        assertNotEquals(data, load("spirals:3", 2));
    }

    @Test
    void load_wrongCount_isRefused() {
        assertEquals(
                "dataset_name is 'spirals:1'; expected spirals:COUNT with 2 to 9 spirals, such as spirals:3",
                assertThrows(DatasetRequestException.class, () -> load("spirals:1", 1))
                        .getMessage());
    }

    /** The guide shows the program as it is here, below its package and imports. */
    @Test
    void guide_showsTheLoader() throws IOException {
        String program = Files.readString(Path.of("src/main/java/org/taagem/examples/SpiralsLoader.java"));
        String shown = program.substring(program.indexOf("/**"));
        assertTrue(
                Files.readString(Path.of("../docs/custom-datasets.md")).contains("```java\n" + shown + "```\n"), shown);
    }
}
