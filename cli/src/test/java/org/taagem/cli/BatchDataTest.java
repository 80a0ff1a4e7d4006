package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

class BatchDataTest {
    private static final Terminal TERMINAL = new Terminal(false, false, System.err);

    private static DataKeys keys(Map<String, Object> commandLine) {
        return TrainSettings.read(ConfigLayers.merge(ConfigFiles.defaults(), Map.of(), commandLine))
                .data();
    }

    private static BatchData load(DataKeys keys) throws IOException, InterruptedException {
        return BatchData.load(keys, 1, 2, TERMINAL.environment());
    }

    @Test
    void of_builtIn_isLoadedOnce() throws IOException, InterruptedException {
        BatchData data = load(keys(Map.of("lite", true)));

        assertSame(data.first(), data.of(1));
        assertSame(data.first(), data.of(2));
    }

    @Test
    void of_madeByALoader_isThatOfTheSeed(@TempDir Path folder) throws IOException, InterruptedException {
        Path table = Files.write(folder.resolve("a.csv"), DriftingStream.lines(200, 0, 2, 1));
        DataKeys keys = keys(Map.of("dataset_name", "csv:" + table));
        BatchData data = load(keys);

        for (long seed : new long[] {1, 2, 3, 1}) {
            TrainTest alone = DataLoading.load(keys, new Seeds(seed), TERMINAL.environment());
            assertEquals(alone.test().samples(), data.of(seed).test().samples());
        }
        assertNotEquals(data.of(1).test().samples(), data.of(2).test().samples());
    }

    @Test
    void of_madeByALoader_keepsAsManyAsRunsGoOn() throws IOException, InterruptedException {
        BatchData data = load(keys(Map.of("dataset_name", "points:50")));
        TrainTest two = data.of(2);

        assertSame(data.first(), data.of(1));
        assertSame(two, data.of(2));
        assertNotSame(two, data.of(3));
        assertNotSame(data.first(), data.of(1), "two are kept: those of 2 and 3");
    }
}
