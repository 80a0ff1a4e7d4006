package org.taagem.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.experiment.Experiment;
import org.taagem.experiment.MemoryContents;
import org.taagem.experiment.MemoryContents.Kept;
import org.taagem.experiment.Run;
import org.taagem.experiment.RunOptions;
import org.taagem.state.StateException;
import org.taagem.state.StateFile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MemoryFileTest {
    private final Path folder;

    MemoryFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static KeptSamples keptOf(Map<String, Object> config) {
        Experiment experiment = TinyRun.experiment(config);
        try (Run run = experiment.begin(event -> {}, RunOptions.USUAL)) {
            run.run(() -> false);
            return KeptSamples.of(experiment, run);
        }
    }

    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> config = new LinkedHashMap<>(TinyRun.config());
        config.put(key, value);
        return config;
    }

    @ParameterizedTest
    @ValueSource(strings = {"clustered", "reservoir", "class-reservoir", "ring", "random", "greedy-k-center"})
    void read_written_isTheSame(String memory) throws Exception {
        KeptSamples kept = keptOf(with("memory", memory));
        MemoryFile.write(folder, kept);

        assertEquals(Optional.of(kept), MemoryFile.read(folder));
        // the memory "random" is one of clusters that samples join at random
        assertEquals(
                List.of("clustered", "random").contains(memory),
                kept.memory().orElseThrow().clustered());
        assertTrue(kept.inMemory().size() > 10, () -> kept.inMemory().size() + " samples");
    }

    @Test
    void of_run_hasAnImageOfEachLabelAndTask() {
        TaskSamples tasks = keptOf(TinyRun.config()).tasks().orElseThrow();
        assertEquals(List.of("0", "1", "2"), tasks.labels());
        assertEquals(
                List.of("permutation 0", "permutation 1"),
                tasks.rows().stream().map(TaskSamples.Row::name).toList());
        assertTrue(tasks.rows().stream().flatMap(row -> row.images().stream()).allMatch(Optional::isPresent));
    }

    @Test
    void write_sameRunTwice_givesTheSameBytes() throws Exception {
        MemoryFile.write(folder, keptOf(TinyRun.config()));
        byte[] first = Files.readAllBytes(folder.resolve(MemoryFile.NAME));
        MemoryFile.write(folder, keptOf(TinyRun.config()));
        assertArrayEquals(first, Files.readAllBytes(folder.resolve(MemoryFile.NAME)));
    }

    @Test
    void write_learnerWithoutMemory_hasImagesOnly() throws Exception {
        MemoryFile.write(folder, keptOf(with("strategy", "sgd")));
        KeptSamples kept = MemoryFile.read(folder).orElseThrow();
        assertEquals(Optional.empty(), kept.memory());
        assertTrue(kept.tasks().isPresent());
    }

    @Test
    void write_nothing_writesNoFile() throws Exception {
        MemoryFile.write(folder, new KeptSamples(Optional.empty(), Optional.empty()));
        assertFalse(Files.exists(folder.resolve(MemoryFile.NAME)));
        assertEquals(Optional.empty(), MemoryFile.read(folder));
    }

    @Test
    void read_damaged_isRefused() throws Exception {
        MemoryFile.write(folder, keptOf(TinyRun.config()));
        Path file = folder.resolve(MemoryFile.NAME);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        StateException e = assertThrows(StateException.class, () -> MemoryFile.read(folder));
        assertTrue(String.valueOf(e.getMessage()).startsWith(file + ": is damaged:"), e::getMessage);
    }

    @Test
    void read_samplesOfDifferentLength_isRefused() throws Exception {
        Kept one = new Kept(new Sample(1, FeatureVector.of(1, 0), 0), 0, 0, 0);
        Kept other = new Kept(new Sample(2, FeatureVector.of(1, 0, 1), 0), 0, 0, 0);
        MemoryContents contents = new MemoryContents(false, List.of(one, other));
        MemoryFile.write(folder, new KeptSamples(Optional.of(contents), Optional.empty()));
        StateException e = assertThrows(StateException.class, () -> MemoryFile.read(folder));
        assertTrue(String.valueOf(e.getMessage()).contains("as many features as the first sample has"), e::getMessage);
    }

    /** A small file may not ask for much memory. */
    @Test
    void read_enormousSample_isRefused() throws Exception {
        StateFile.write(folder.resolve(MemoryFile.NAME), MemoryFile.KIND, out -> {
            out.writeFlag("has_memory", true);
            out.writeSection("memory", section -> {
                section.writeFlag("clustered", false);
                for (String name : List.of("ids", "labels", "origins", "groups", "ages")) {
                    section.writeInts(name, new int[] {0});
                }
                section.writeInt("length", Integer.MAX_VALUE);
                section.writeInts("indices", new int[0]);
                section.writeFloats("values", new float[0]);
            });
            out.writeFlag("has_tasks", false);
        });
        StateException e = assertThrows(StateException.class, () -> MemoryFile.read(folder));
        assertTrue(String.valueOf(e.getMessage()).contains("length"), e::getMessage);
    }
}
