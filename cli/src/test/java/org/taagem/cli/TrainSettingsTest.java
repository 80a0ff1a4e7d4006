package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.data.DataSettings;
import org.taagem.experiment.CheckpointInterval;
import org.taagem.experiment.ConfigChoice;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.ConfigReader;
import org.taagem.experiment.DataFacts;
import org.taagem.experiment.ExperimentConfig;
import org.taagem.experiment.LearnerType;
import org.taagem.experiment.LearnerTypes;
import org.taagem.experiment.MemoryFill;
import org.taagem.experiment.MemoryKind;
import org.taagem.experiment.MemoryType;
import org.taagem.experiment.MemoryTypes;
import org.taagem.experiment.ModelConfig;
import org.taagem.experiment.Strategy;
import org.taagem.experiment.TaskType;
import org.taagem.experiment.TaskTypes;
import org.taagem.experiment.TestingInterval;
import org.taagem.memory.Assignment;
import org.taagem.memory.Removal;
import org.taagem.nn.KernelChoice;
import org.taagem.stream.Scenario;
import org.taagem.stream.Schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrainSettingsTest {
    private static TrainSettings settings(Map<String, Object> file, Map<String, Object> commandLine) {
        return TrainSettings.read(ConfigLayers.merge(ConfigFiles.defaults(), file, commandLine));
    }

    @ParameterizedTest
    @ValueSource(strings = {"permutation", "rotation", "class_split", "drift"})
    void read_defaults_areThoseOfTheReadme(String type) {
        TrainSettings settings = settings(Map.of("task_type", type), Map.of());
        ExperimentConfig experiment = settings.experiment();
        assertEquals(Strategy.TA_A_GEM, experiment.strategy());
        assertEquals(0, experiment.seed());
        assertEquals(TestingInterval.EPOCH, experiment.testingInterval());
        assertEquals(type, experiment.stream().scenario().name());
        assertEquals(Schedule.SEQUENTIAL, experiment.stream().schedule());
        assertEquals(
                new Schedule.Lengths(Collections.nCopies(5, 20), 5, 0.1),
                experiment.stream().lengths());
        assertEquals(10, experiment.stream().batchSize());
        assertEquals(new ModelConfig(200, 2, 1e-3, true), experiment.model());
        assertEquals(300, experiment.memory().limits().capacity());
        assertEquals(3, experiment.memory().limits().samples());
        assertEquals(
                type.equals("class_split") ? 2 : 10,
                experiment.memory().limits().pools());
        assertEquals(
                MemoryKind.clustered(Assignment.PAPER, Removal.OLDEST),
                experiment.memory().kind());
        assertEquals(1, experiment.memory().samplingRate());
        assertEquals(MemoryFill.BATCH, experiment.memory().fill());
        assertEquals(
                new TrainSettings(
                        experiment,
                        KernelChoice.AUTO,
                        CheckpointInterval.EPOCH,
                        new DataKeys("mnist", Optional.empty(), false, DataSettings.DEFAULTS),
                        new TrackingKeys("", false, false),
                        "taagem",
                        Path.of("test_results"),
                        true,
                        true),
                settings);
    }

    @ParameterizedTest
    @CsvSource({"permutation, 10", "rotation, 10", "class_split, 5"})
    void read_pythonParity_hasTheOriginalsSettings(String type, int tasks) throws IOException {
        ExperimentConfig experiment = settings(ConfigFiles.read("python-parity"), Map.of("task_type", type))
                .experiment();
        assertEquals(tasks, experiment.stream().lengths().tasks());
        assertEquals(new ModelConfig(200, 2, 1e-3, false), experiment.model());
        assertEquals(
                MemoryKind.clustered(Assignment.MERGE, Removal.OLDEST),
                experiment.memory().kind());
        assertEquals(MemoryFill.EPOCH, experiment.memory().fill());
        assertEquals(300, experiment.memory().limits().capacity());
    }

    @Test
    void read_lite_isSmaller() {
        TrainSettings settings = settings(Map.of(), Map.of("lite", true));
        assertTrue(settings.data().lite());
        assertEquals(2, settings.experiment().stream().lengths().tasks());
        assertEquals(50, settings.experiment().stream().batchSize());
        assertEquals(new ModelConfig(200, 2, 1e-2, true), settings.experiment().model());
    }

    @ParameterizedTest
    @ValueSource(strings = {"permutation", "rotation", "class_split", "drift", "native"})
    void toMap_readAgain_isEqual(String type) {
        Map<String, Object> commandLine = Map.ofEntries(
                Map.entry("task_type", type),
                Map.entry("lite", true),
                Map.entry("strategy", "sgd"),
                Map.entry("schedule", "continuous"),
                Map.entry("num_transition_epochs", 3),
                Map.entry("batch_size", 7),
                Map.entry("memory_size_q", 4),
                Map.entry("sampling_rate", 0.5),
                Map.entry("seed", 1L << 40),
                Map.entry("testing_interval", 9),
                Map.entry("report", false),
                Map.entry("data_dir", "some/where"),
                Map.entry("output_dir", "out"),
                Map.entry("experiment_name", "1e3"),
                Map.entry("verbose", false));
        TrainSettings settings = settings(Map.of(), commandLine);
        assertEquals(settings, TrainSettings.read(settings.toMap()));
        assertEquals(settings, settings(settings.toMap(), Map.of()), "the record of a run as a file");
        assertEquals(settings, settings(settings.toMap(), Map.of("lite", true)), "and with --lite again");
        assertEquals(settings.toMap(), TrainSettings.read(settings.toMap()).toMap());
    }

    @Test
    void toMap_ofAllChoicesTogether_hasEveryKeyOfTheFile() {
        Set<String> written = new TreeSet<>();
        TaskTypes.all().forEach(type -> written.addAll(keysWith("task_type", type)));
        LearnerTypes.all().forEach(type -> written.addAll(keysWith("strategy", type)));
        MemoryTypes.all().forEach(type -> written.addAll(keysWith("memory", type)));
        Set<String> known = new TreeSet<>(ConfigFiles.defaults().keySet());
        known.removeAll(List.of("task_types", "lite_settings"));
        assertEquals(known, written);
    }

    private static Set<String> keysWith(String key, ConfigChoice choice) {
        return settings(Map.of(key, choice.name()), Map.of()).toMap().keySet();
    }

    @Test
    void defaults_ofKeysOfLearnersAndMemories_areThoseOfTheTypes() {
        for (LearnerType type : LearnerTypes.all()) {
            TrainSettings settings = settings(Map.of("strategy", type.name()), Map.of());
            assertEquals(Strategy.usual(type), settings.experiment().strategy());
        }
        for (MemoryType type : MemoryTypes.all()) {
            TrainSettings settings = settings(Map.of("memory", type.name()), Map.of());
            assertEquals(
                    MemoryKind.of(type, Map.of()),
                    settings.experiment().memory().kind());
        }
    }

    /** A library that reads a configuration without the file of defaults takes these. */
    @Test
    void defaults_ofKeysOfTaskTypes_areThoseOfTheTypes() {
        for (TaskType type : TaskTypes.all()) {
            Scenario ofType = type.scenario(new ConfigReader(type.keys()));
            assertEquals(ofType, type.scenario(new ConfigReader(ConfigFiles.defaults())));
        }
    }

    @Test
    void read_ofData_fitsTheData() {
        Map<String, Object> keys = ConfigLayers.merge(ConfigFiles.defaults(), Map.of("task_type", "native"), Map.of());

        ExperimentConfig experiment =
                TrainSettings.read(keys, new DataFacts(26, 4)).experiment();

        assertEquals(4, experiment.stream().lengths().tasks());
        assertEquals(26, experiment.memory().limits().pools());
        assertEquals(3, experiment.memory().limits().clusters());
    }

    @Test
    void defaultsText_everyTopLevelKey_isExplained() {
        Pattern key = Pattern.compile("^([a-z_]+):\\s*(\\S+)?\\s*(#.*)?$");
        List<String> undocumented = ConfigFiles.defaultsText()
                .lines()
                .map(key::matcher)
                .filter(Matcher::matches)
                .filter(line -> line.group(2) != null && line.group(3) == null)
                .map(line -> line.group(1))
                .toList();
        assertEquals(List.of(), undocumented);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{lite_settings: {batchsize: 3}} | unknown key 'lite_settings.batchsize';"
                        + " did you mean 'lite_settings.batch_size'?",
                "{lite_settings: {lite: true}} | unknown key 'lite_settings.lite'; the file of defaults has all that there are",
                "{lite_settings: 3} | lite_settings is '3'; expected a section of keys"
                        + " (set it in the configuration file or with --set lite_settings=VALUE)",
                "{task_types: {rotation: {tasks: 3}}} | unknown key 'task_types.rotation.tasks';"
                        + " did you mean 'task_types.rotation.num_tasks'?",
                "{experiment_name: ' '} | experiment_name is empty; expected a text"
                        + " (set it in the configuration file or with --set experiment_name=VALUE)",
                "{data_dir: \"a\\0\"} | data_dir is 'a?'; expected a path (Nul character not allowed)",
                "{output_dir: \"\\0\"} | output_dir is '?'; expected a path (Nul character not allowed)"
            })
    void read_wrongKey_isRefusedWithOrWithoutLite(String yaml, String message) {
        for (boolean lite : new boolean[] {true, false}) {
            assertEquals(
                    message,
                    assertThrows(
                                    ConfigException.class,
                                    () -> settings(YamlText.parse(yaml, "test"), Map.of("lite", lite)))
                            .getMessage());
        }
    }
}
