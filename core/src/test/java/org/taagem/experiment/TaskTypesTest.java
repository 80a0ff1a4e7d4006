package org.taagem.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;
import org.taagem.stream.PermutedPixels;
import org.taagem.stream.RotatedImages;
import org.taagem.stream.Scenario;
import org.taagem.stream.Task;
import org.taagem.stream.TaskPortion;
import org.taagem.testing.ProductionClasses;
import org.taagem.testing.ServiceFile;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TaskTypesTest {
    @TempDir
    private Path folder = Path.of("");

    static List<TaskType> all() {
        return TaskTypes.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void scenario_ofAnyTypeWithItsDefaults_hasItsNameAndKeys(TaskType type) {
        Scenario scenario = type.scenario(new ConfigReader(type.keys()));

        assertEquals(type.name(), scenario.name());
        assertEquals(type.keys().keySet(), scenario.settings().keySet());
        assertEquals(scenario, type.scenario(new ConfigReader(scenario.settings())));
        assertTrue(type.description().length() < 90, type.description());
        assertTrue(scenario.labels(10, 5) >= 1);
    }

    /** Everything a type may make, so that none is forgotten. */
    @Test
    void scenarios_counted_haveATypeEach() {
        List<String> made = TaskTypes.all().stream()
                .map(type ->
                        type.scenario(new ConfigReader(type.keys())).getClass().getName())
                .sorted()
                .toList();

        assertEquals(List.copyOf(ProductionClasses.implementing(Scenario.class)), made);
    }

    /** What every scenario promises, of tasks with samples of their own. */
    @ParameterizedTest
    @MethodSource("all")
    void tasks_ofAnyType_shareNoTrainingSampleAndAreRepeatable(TaskType type) {
        TrainTest data = SyntheticData.withTasks(SyntheticData.images(40, 20), 13, 7);
        Scenario scenario = type.scenario(new ConfigReader(type.keys()));

        List<Task> tasks = scenario.tasks(data, 2, new Seeds(4));

        assertEquals(List.of(0, 1), tasks.stream().map(Task::id).toList());
        assertEquals(40, tasks.stream().mapToInt(task -> task.train().size()).sum());
        assertEquals(
                40,
                tasks.stream()
                        .flatMap(task -> task.train().samples().stream())
                        .mapToInt(sample -> sample.id())
                        .distinct()
                        .count());
        List<Task> again = scenario.tasks(data, 2, new Seeds(4));
        for (int k = 0; k < 2; k++) {
            assertEquals(tasks.get(k).train(), again.get(k).train());
            assertEquals(tasks.get(k).test(), again.get(k).test());
            assertEquals(scenario.labels(4, 2), tasks.get(k).train().classes());
        }
    }

    @Test
    void chosen_rotation_takesItsKeysOrTheirDefaults() {
        assertEquals(
                new RotatedImages(20),
                Configs.tiny("task_type", "rotation").stream().scenario());
        assertEquals(
                new RotatedImages(-7.5),
                Configs.tiny("task_type", "rotation", "rotation_degrees", -7.5).stream()
                        .scenario());
        assertEquals(
                new PermutedPixels(),
                Configs.tiny("rotation_degrees", 3).stream().scenario(),
                "a key of another type does nothing");
    }

    @Test
    void chosen_samplesPerTask_isThePortionOfEachTask() {
        assertEquals(
                new PermutedPixels(new TaskPortion.All()),
                Configs.tiny("samples_per_task", "all").stream().scenario());
        assertEquals(
                new RotatedImages(20, new TaskPortion.Drawn(7)),
                Configs.tiny("task_type", "rotation", "samples_per_task", 7).stream()
                        .scenario());
        assertEquals(7, Configs.tiny("samples_per_task", 7).toMap().get("samples_per_task"));
        assertEquals("slice", Configs.tiny().toMap().get("samples_per_task"));
    }

    /** A type of a user's, as it may lie on the class path. */
    public static final class Backwards implements TaskType {
        @Override
        public String name() {
            return "backwards";
        }

        @Override
        public String description() {
            return "the tasks of rotation, turned the other way";
        }

        @Override
        public Map<String, Object> keys() {
            return Map.of("backwards_by", 10);
        }

        @Override
        public int usualTasks(DataFacts data) {
            return 3;
        }

        @Override
        public Scenario scenario(ConfigReader reader) {
            return new RotatedImages(-reader.integer("backwards_by", 1));
        }
    }

    /** A type whose name is taken. */
    public static final class Impostor implements TaskType {
        @Override
        public String name() {
            return "rotation";
        }

        @Override
        public String description() {
            return "none";
        }

        @Override
        public Scenario scenario(ConfigReader reader) {
            return new PermutedPixels();
        }
    }

    private <T> T withTypes(String names, Supplier<T> action) throws IOException {
        return ServiceFile.with(folder, TaskType.class, names, action);
    }

    @Test
    void chosen_typeOnTheClassPath_isFound() throws IOException {
        ExperimentConfig config = withTypes(
                Backwards.class.getName(),
                () -> Configs.tiny("task_type", "backwards", "num_tasks", "auto", "num_pools", "auto"));

        assertEquals(new RotatedImages(-10), config.stream().scenario());
        assertEquals(3, config.stream().lengths().tasks());
        assertEquals(10, config.memory().limits().pools());
    }

    @Test
    void chosen_keyOfATypeOnTheClassPath_isItsOwn() throws IOException {
        ExperimentConfig config = withTypes(
                Backwards.class.getName(),
                () -> Configs.tiny(
                        "task_type", "Backwards", "backwards_by", 4, "task_types", Map.of("backwards", Map.of())));

        assertEquals(new RotatedImages(-4), config.stream().scenario());
        assertThrows(ConfigException.class, () -> Configs.tiny("backwards_by", 4), "only while it is there");
    }

    @Test
    void all_nameThatIsTaken_isRefused() throws IOException {
        String message = withTypes(
                Impostor.class.getName(),
                () -> String.valueOf(
                        assertThrows(ConfigException.class, TaskTypes::all).getMessage()));

        assertTrue(
                message.startsWith("two task types are named 'rotation': org.taagem.experiment.TaskTypes$"), message);
        assertTrue(message.endsWith("$Impostor; take the jar of one off the class path"), message);
    }

    @Test
    void all_typeThatIsNotThere_isRefusedInALine() throws IOException {
        String message = withTypes(
                "org.example.Missing",
                () -> String.valueOf(
                        assertThrows(ConfigException.class, TaskTypes::all).getMessage()));

        assertEquals(
                "a task type on the class path cannot be used: org.taagem.experiment.TaskType: Provider"
                        + " org.example.Missing not found; mend or remove the jar that names it in"
                        + " META-INF/services/org.taagem.experiment.TaskType",
                message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"class-split", "Class_Split", "CLASS_SPLIT"})
    void chosen_nameSpeltOtherwise_isFound(String name) {
        assertEquals(
                "class_split",
                Configs.tiny("task_type", name).stream().scenario().name());
    }
}
