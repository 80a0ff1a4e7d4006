package org.taagem.stream;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TaskPortionTest {
    private final TrainTest data = SyntheticData.images(40, 8);

    private List<Task> tasks(TaskPortion portion, long seed) {
        return new RotatedImages(0, portion).tasks(data, 3, new Seeds(seed));
    }

    private static List<Integer> ids(Task task) {
        return task.train().samples().stream().map(Sample::id).toList();
    }

    @Test
    void all_everyTask_showsAllDataUnderIdsOfItsOwn() {
        List<Task> tasks = tasks(new TaskPortion.All(), 1);

        Set<Integer> ids = new HashSet<>();
        for (Task task : tasks) {
            assertEquals(data.train().inputs(), task.train().inputs(), "turned by 0 degrees");
            assertEquals(data.test().inputs(), task.test().inputs());
            ids.addAll(ids(task));
        }
        assertEquals(120, ids.size());
        assertEquals(
                ids(tasks.get(0)),
                data.train().samples().stream().map(Sample::id).toList());
    }

    @Test
    void drawn_everyTask_showsSoManySamplesOfAllEachOnce() {
        List<Task> tasks = tasks(new TaskPortion.Drawn(10), 1);

        for (Task task : tasks) {
            assertEquals(10, task.train().size());
            assertEquals(10, new HashSet<>(ids(task)).size());
            assertEquals(ids(task).stream().sorted().toList(), ids(task), "in the order of the data");
            assertEquals(8, task.test().size());
        }
        assertNotEquals(tasks.get(0).train().inputs(), tasks.get(1).train().inputs(), "each draws for itself");
    }

    @Test
    void drawn_sameSeed_drawsTheSame() {
        assertEquals(
                tasks(new TaskPortion.Drawn(10), 5).get(2).train(),
                tasks(new TaskPortion.Drawn(10), 5).get(2).train());
        assertNotEquals(
                ids(tasks(new TaskPortion.Drawn(10), 5).get(2)),
                ids(tasks(new TaskPortion.Drawn(10), 6).get(2)));
    }

    @Test
    void drawn_allThatThereAre_areAll() {
        assertEquals(
                tasks(new TaskPortion.All(), 1).get(1).train(),
                tasks(new TaskPortion.Drawn(40), 1).get(1).train());
    }

    @Test
    void drawn_moreThanThereAre_isRefused() {
        assertEquals(
                "samples_per_task is 41, but there are only 40 training samples; set it to at most 40",
                assertThrows(ScenarioException.class, () -> tasks(new TaskPortion.Drawn(41), 1))
                        .getMessage());
    }

    @Test
    void drawn_none_isRefused() {
        assertEquals(
                "samples_per_task is 0; expected at least 1",
                assertThrows(ScenarioException.class, () -> new TaskPortion.Drawn(0))
                        .getMessage());
    }

    @Test
    void all_moreIdsThanThereAre_isRefused() {
        assertEquals(
                "num_tasks is 100000000, which with 40 samples in each are more than 2147483647; make one of the two"
                        + " smaller",
                assertThrows(ScenarioException.class, () -> new TaskPortion.All()
                                .train(
                                        data.train(),
                                        new TaskPortion.Place(0, 100_000_000, new Seeds(1)),
                                        vector -> vector))
                        .getMessage());
    }
}
