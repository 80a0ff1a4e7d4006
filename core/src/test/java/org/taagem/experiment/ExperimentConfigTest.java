package org.taagem.experiment;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.stream.PermutedPixels;
import org.taagem.stream.Schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExperimentConfigTest {
    private static final String MEND = " (set it in the configuration file or with --set %s=VALUE)";

    private static final Map<String, Object> TASK_TYPES = Map.of(
            "permutation", Map.of("num_tasks", 10, "num_pools", 10, "clusters_per_pool", 20),
            "rotation", Map.of("num_tasks", 9, "num_pools", 8, "clusters_per_pool", 7),
            "class_split", Map.of("num_tasks", 5, "num_pools", 2, "clusters_per_pool", 50));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memory_size_p | 0 | a whole number of at least 1",
                "memory_size_q | 0 | a whole number of at least 1, or auto",
                "num_pools | -1 | a whole number of at least 1, or auto",
                "num_tasks | 0 | a whole number of at least 1, or auto",
                "num_epochs | 0 | a whole number of at least 1",
                "num_transition_epochs | 0 | a whole number of at least 1, or auto",
                "batch_size | 0 | a whole number of at least 1",
                "hidden_dim | 0 | a whole number of at least 1",
                "hidden_layers | -1 | a whole number of at least 0",
                "learning_rate | 0 | a number above 0",
                "sampling_rate | 11 | a number from 0.001 to 10.0",
                "sampling_rate | 0 | a number from 0.001 to 10.0",
                "testing_interval | 0 | a whole number of at least 1, or epoch",
                "reference_batch | 0 | batch, all or a whole number from 1 to 2147483647"
            })
    void read_numberOutOfRange_isRefused(String key, int value, String expected) {
        assertEquals(key + " is '" + value + "'; expected " + expected + MEND.formatted(key), refusal(key, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed | one | a whole number",
                "num_tasks | some | a whole number of at least 1, or auto",
                "use_learning_rate_scheduler | maybe | true or false",
                "testing_interval | often | a whole number of at least 1, or epoch",
                "task_type | rotations | one of permutation, rotation, class_split, drift, native;"
                        + " did you mean 'rotation'?",
                "schedule | fuzzy | one of sequential, half_and_half, random, continuous, blurry",
                "blurry_share | much | a number from 0.0 to 1.0",
                "num_epochs | many | a whole number of at least 1",
                "strategy | adam | one of ta-a-gem, sgd, joint, a-gem, er, mega-1, mega-2, der++, bgd, ta-ogd, ewc-online, slate",
                "optimizer | fast | one of sgd, momentum, adam",
                "memory | all | one of clustered, reservoir, class-reservoir, ring, random, greedy-k-center",
                "draw | often | one of even, uniform",
                "assignment | nearest | one of paper, merge, random",
                "removal | newest | one of oldest, furthest, random",
                "memory_fill | task | one of batch, epoch",
                "reference_batch | some | batch, all or a whole number from 1 to 2147483647",
                "task_types | many | a section of keys"
            })
    void read_textThatIsNoChoice_isRefused(String key, String value, String expected) {
        assertEquals(key + " is '" + value + "'; expected " + expected + MEND.formatted(key), refusal(key, value));
    }

    @Test
    void read_otherDevice_isRefused() {
        assertEquals("device is 'cuda'; expected cpu, which is all there is", refusal("device", "cuda"));
    }

    @Test
    void read_transitionLongerThanATask_isRefused() {
        assertEquals(
                "num_transition_epochs is 3; expected at most num_epochs, which is 2",
                refusal("num_transition_epochs", 3));
    }

    @Test
    void read_memoryBeyondAllBounds_isRefused() {
        assertEquals(
                "num_pools x memory_size_q x memory_size_p is 4 x 2 x 2147483647; expected at most 2147483647 samples",
                refusal("memory_size_p", Integer.MAX_VALUE));
    }

    @Test
    void read_unknownKey_namesTheNearest() {
        assertEquals("unknown key 'memory_size_r'; did you mean 'memory_size_p'?", refusal("memory_size_r", 1));
        assertEquals(
                "unknown key 'task_types.rotation.num_task'; did you mean 'task_types.rotation.num_tasks'?",
                refusal("task_types", Map.of("rotation", Map.of("num_task", 1))));
        assertEquals(
                "unknown key 'task_types.rotations'; did you mean 'task_types.rotation'?",
                refusal("task_types", Map.of("rotations", Map.of())));
    }

    /** 5 tasks unless the type or the data has its own; a pool per label; as many clusters as make about 300 samples. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permutation | 10 | 0 | 5, 10, 10",
                "rotation | 3 | 0 | 5, 3, 33",
                "drift | 26 | 0 | 5, 26, 3",
                "drift | 200 | 0 | 5, 200, 1",
                "class_split | 10 | 0 | 5, 2, 50",
                "class_split | 15 | 0 | 5, 3, 33",
                "native | 4 | 7 | 7, 4, 25",
                "native | 4 | 0 | 1, 4, 25"
            })
    void read_autoWithoutATaskTypesSection_followsTheData(String type, int classes, int nativeTasks, String expected) {
        Map<String, Object> map =
                Configs.tinyMap("task_type", type, "num_tasks", "auto", "num_pools", "auto", "memory_size_q", "auto");

        ExperimentConfig config = ExperimentConfig.read(new ConfigReader(map), new DataFacts(classes, nativeTasks));

        assertEquals(
                expected,
                config.stream().lengths().tasks() + ", "
                        + config.memory().limits().pools() + ", "
                        + config.memory().limits().clusters());
    }

    @Test
    void read_listOfEpochs_saysHowManyTasksThereAre() {
        ExperimentConfig config = Configs.tiny("num_epochs", List.of(8, 4, 5), "num_tasks", "auto");

        assertEquals(List.of(8, 4, 5), config.stream().lengths().epochs());
        assertEquals(
                1,
                Configs.tiny("num_epochs", List.of(8, 4), "num_transition_epochs", "auto").stream()
                        .lengths()
                        .transitionEpochs(),
                "a quarter of the shortest");
    }

    @Test
    void read_listOfEpochsThatDoesNotFit_isRefused() {
        assertEquals(
                "num_epochs is [8, 4, 5], which is 3 numbers; expected 2, one for each task (num_tasks)",
                refusal("num_epochs", List.of(8, 4, 5)));
        assertEquals(
                "num_epochs is '[8, 0]'; expected a number for each task, each a whole number from 1 to 100000"
                        + MEND.formatted("num_epochs"),
                refusal("num_epochs", List.of(8, 0)));
        assertEquals(
                "num_epochs is [], which is 0 numbers; expected 2, one for each task (num_tasks)",
                refusal("num_epochs", List.of()));
        assertEquals(
                "num_transition_epochs is 3; expected at most num_epochs, which is 2 for the shortest task",
                assertThrows(
                                ConfigException.class,
                                () -> Configs.tiny("num_epochs", List.of(5, 2), "num_transition_epochs", 3))
                        .getMessage());
    }

    @Test
    void read_moreTasksThanAnybodyWants_areRefused() {
        assertEquals("num_tasks is 100001; expected at most 100000", refusal("num_tasks", 100_001));
    }

    @Test
    void read_keyOfATaskTypeOutOfRange_isRefused() {
        assertEquals(
                "rotation_degrees is 'far'; expected a number from -360.0 to 360.0"
                        + MEND.formatted("rotation_degrees"),
                assertThrows(
                                ConfigException.class,
                                () -> Configs.tiny("task_type", "rotation", "rotation_degrees", "far"))
                        .getMessage());
    }

    @Test
    void read_samplesPerTaskOfNoKind_areRefused() {
        for (Object value : List.of("half", 0, 1.5)) {
            assertEquals(
                    "samples_per_task is '" + value + "'; expected slice, all or a whole number of at least 1"
                            + MEND.formatted("samples_per_task"),
                    refusal("samples_per_task", value));
        }
    }

    private static String refusal(String key, Object value) {
        return String.valueOf(assertThrows(ConfigException.class, () -> Configs.tiny(key, value))
                .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"permutation, 10, 10, 20", "rotation, 9, 8, 7", "class-split, 5, 2, 50"})
    void read_auto_takesWhatTheTaskTypeTakes(String taskType, int tasks, int pools, int clusters) {
        ExperimentConfig config = Configs.tiny(
                "task_type", taskType,
                "task_types", TASK_TYPES,
                "num_tasks", "auto",
                "num_pools", "auto",
                "memory_size_q", "auto");

        assertEquals(tasks, config.stream().lengths().tasks());
        assertEquals(pools, config.memory().limits().pools());
        assertEquals(clusters, config.memory().limits().clusters());
    }

    @Test
    void read_numbersBesideTaskTypes_areTakenAsTheyAre() {
        assertEquals(Configs.tiny(), Configs.tiny("task_types", TASK_TYPES));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "8, 2", "20, 5"})
    void read_autoTransition_isAQuarterOfTheEpochs(int epochs, int transition) {
        ExperimentConfig config = Configs.tiny("num_epochs", epochs, "num_transition_epochs", "auto");

        assertEquals(transition, config.stream().lengths().transitionEpochs());
    }

    @Test
    void toMap_readAgain_isTheSame() {
        List<ExperimentConfig> configs = List.of(
                Configs.tiny(),
                Configs.tiny("num_tasks", "auto", "task_types", TASK_TYPES, "testing_interval", 50),
                Configs.tiny("strategy", "sgd", "seed", Long.MAX_VALUE, "sampling_rate", 0.1),
                Configs.tiny("num_epochs", List.of(3, 2), "schedule", "blurry", "blurry_share", 0.4),
                Configs.tiny("task_type", "drift", "drift_of", "permutation", "drift_share", 0.5),
                Configs.tiny("task_type", "class_split", "classes_per_task", 3),
                Configs.tiny("schedule", "half-and-half", "use_learning_rate_scheduler", true, "learning_rate", 1e-3));

        for (ExperimentConfig config : configs) {
            ConfigReader reader = new ConfigReader(config.toMap());
            assertEquals(config, ExperimentConfig.read(reader));
            reader.refuseUnknown();
        }
    }

    @Test
    void toMap_referenceBatch_isAsItWasGiven() {
        for (Object given : List.of("batch", "all", 1, 100)) {
            ExperimentConfig config = Configs.tiny("reference_batch", given);

            assertEquals(String.valueOf(given), config.memory().referenceBatch().toString());
            assertEquals(given, config.toMap().get("reference_batch"));
        }
    }

    @Test
    void toMap_tiny_hasEveryKeyInOrder() {
        Map<String, Object> written = Configs.tiny("strategy", "er").toMap();

        assertEquals(
                List.of(
                        "strategy",
                        "task_type",
                        "samples_per_task",
                        "num_tasks",
                        "num_epochs",
                        "schedule",
                        "num_transition_epochs",
                        "blurry_share",
                        "batch_size",
                        "hidden_dim",
                        "hidden_layers",
                        "learning_rate",
                        "use_learning_rate_scheduler",
                        "optimizer",
                        "momentum",
                        "max_gradient_norm",
                        "warmup_steps",
                        "device",
                        "memory",
                        "num_pools",
                        "memory_size_q",
                        "memory_size_p",
                        "assignment",
                        "draw",
                        "removal",
                        "sampling_rate",
                        "memory_fill",
                        "reference_batch",
                        "memory_weight",
                        "seed",
                        "testing_interval"),
                List.copyOf(written.keySet()));
        assertEquals(1.0, written.get("memory_weight"), "a whole number where any number may stand");
        assertEquals(1.0, written.get("sampling_rate"));
    }

    /** Keys of what was not chosen do nothing, and so are not in the record. */
    @Test
    void toMap_otherStrategyAndMemory_hasTheirKeys() {
        Set<String> keys =
                Configs.tiny("strategy", "bgd", "memory", "ring").toMap().keySet();

        assertTrue(keys.containsAll(List.of("bgd_draws", "bgd_eta", "bgd_sigma", "draw")));
        assertFalse(keys.contains("memory_weight"));
        assertFalse(keys.contains("removal"));
    }

    @Test
    void read_settingOfAStrategyOutOfRange_isRefused() {
        assertEquals(
                "ewc_gamma is '2'; expected a number from 0.0 to 1.0" + MEND.formatted("ewc_gamma"),
                assertThrows(ConfigException.class, () -> Configs.tiny("strategy", "ewc-online", "ewc_gamma", 2))
                        .getMessage());
        assertEquals(Configs.tiny(), Configs.tiny("ewc_gamma", 2), "a key of another strategy does nothing");
    }

    @Test
    void read_whatDoesNotGoTogether_isRefused() {
        assertEquals(
                "memory_fill is epoch; expected batch with der++, for which it matters when a sample came",
                assertThrows(ConfigException.class, () -> Configs.tiny("strategy", "der++", "memory_fill", "epoch")
                                .learner())
                        .getMessage());
        assertEquals(
                "draw is uniform; expected even with the memory clustered, which draws from its pools in turn",
                assertThrows(ConfigException.class, () -> Configs.tiny("draw", "uniform"))
                        .getMessage());
    }

    @Test
    void read_everyValue_reachesItsPlace() {
        ExperimentConfig config = Configs.tiny();

        assertEquals(new ModelConfig(8, 1, 0.1, false), config.model());
        assertEquals(
                new StreamConfig(
                        new PermutedPixels(), Schedule.SEQUENTIAL, new Schedule.Lengths(List.of(2, 2), 1, 0.1), 10),
                config.stream());
        assertEquals(16, config.memory().limits().capacity());
        assertEquals("epoch", config.testingInterval().toString());
        assertEquals("50", new TestingInterval(50).toString());
    }
}
