package org.taagem.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.data.Dataset;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SplitClassesTest {
    private final SplitClasses scenario = new SplitClasses();

    @Test
    void tasks_ofTenClasses_haveEachClassOnceAndItsParityAsLabel() {
        TrainTest data = SyntheticData.images(10, 50, 30);

        List<Task> tasks = scenario.tasks(data, 5, new Seeds(1));

        List<Integer> shown = new ArrayList<>();
        for (Task task : tasks) {
            assertSplit(data.train(), task.train(), task.id());
            assertSplit(data.test(), task.test(), task.id());
            task.train().samples().forEach(sample -> shown.add(sample.id()));
        }
        assertEquals(50, shown.size());
        assertEquals(50, Set.copyOf(shown).size());
        assertEquals("class 8 or 9", tasks.get(4).name());
    }

    private static void assertSplit(Dataset whole, Dataset part, int task) {
        assertEquals(2, part.classes());
        Set<Integer> classes = part.samples().stream()
                .map(sample -> whole.samples().get(sample.id()).label())
                .collect(Collectors.toSet());
        assertEquals(Set.of(2 * task, 2 * task + 1), classes);
        for (Sample sample : part.samples()) {
            Sample original = whole.samples().get(sample.id());
            assertEquals(original.label() % 2, sample.label());
            assertEquals(original.features(), sample.features());
        }
        long expected = whole.samples().stream()
                .filter(sample -> sample.label() / 2 == task)
                .count();
        assertEquals(expected, part.size());
    }

    @Test
    void tasks_fewerThanPairs_leaveTheLastClassesOut() {
        List<Task> tasks = new SplitClasses(OptionalInt.of(2)).tasks(SyntheticData.images(40, 20), 1, new Seeds(1));

        assertEquals(1, tasks.size());
        assertEquals(20, tasks.get(0).train().size());
    }

    @Test
    void tasks_thatDoNotDivideTheClasses_areRefused() {
        TrainTest data = SyntheticData.images(40, 20);

        assertEquals(
                "num_tasks is 3, but the 4 classes of synthetic do not make 3 equal groups; set num_tasks to one of 1, 2, 4, or"
                        + " classes_per_task, which may leave classes out",
                refusal(data, 3));
    }

    @ParameterizedTest
    @CsvSource({"1, 10, classes 0 to 9", "2, 5, classes 5 to 9", "10, 1, class 9"})
    void tasks_ofAnyCountThatDivides_shareOutAllClasses(int count, int size, String lastName) {
        TrainTest data = SyntheticData.images(10, 50, 30);

        List<Task> tasks = scenario.tasks(data, count, new Seeds(1));

        assertEquals(size, scenario.labels(10, count));
        assertEquals(lastName, tasks.get(count - 1).name());
        assertEquals(50, tasks.stream().mapToInt(task -> task.train().size()).sum());
        for (Task task : tasks) {
            assertEquals(size, task.train().classes());
            for (Sample sample : task.train().samples()) {
                int label = data.train().samples().get(sample.id()).label();
                assertEquals(task.id() * size + sample.label(), label);
            }
        }
    }

    @Test
    void tasks_moreThanGroupsOfASize_areRefused() {
        SplitClasses threes = new SplitClasses(OptionalInt.of(3));

        assertEquals(
                "num_tasks is 2, but the 4 classes of synthetic make only 1 groups of 3 (classes_per_task); make one of"
                        + " the two smaller",
                assertThrows(ScenarioException.class, () -> threes.tasks(SyntheticData.images(40, 20), 2, new Seeds(1)))
                        .getMessage());
        assertEquals(3, threes.labels(10, 2));
        assertEquals(Map.of("classes_per_task", 3), threes.settings());
        assertEquals(Map.of("classes_per_task", "auto"), scenario.settings());
    }

    @Test
    void constructor_groupsOfNone_areRefused() {
        assertEquals(
                "classes_per_task is 0; expected at least 1",
                assertThrows(ScenarioException.class, () -> new SplitClasses(OptionalInt.of(0)))
                        .getMessage());
    }

    @Test
    void tasks_pairWithoutSamples_isRefused() {
        Dataset whole = SyntheticData.images(40, 20).train();
        Dataset firstPair = new Dataset(
                whole.features(),
                4,
                Optional.empty(),
                whole.samples().stream().filter(s -> s.label() < 2).toList());

        String message = refusal(SyntheticData.of(firstPair, whole), 2);

        assertTrue(message.startsWith("synthetic has no samples of class 2 or 3"), message);
    }

    private String refusal(TrainTest data, int count) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> scenario.tasks(data, count, new Seeds(1)))
                        .getMessage());
    }
}
