package org.taagem.stream;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class NativeTasksTest {
    private final NativeTasks scenario = new NativeTasks();
    private final TrainTest data = SyntheticData.withTasks(SyntheticData.images(12, 8), 5, 6);

    @Test
    void tasks_ofDataWithTasks_areItsStretches() {
        List<Task> tasks = scenario.tasks(data, 2, new Seeds(1));

        assertEquals(List.of("first", "second"), tasks.stream().map(Task::name).toList());
        assertEquals(data.train().samples().subList(0, 5), tasks.get(0).train().samples());
        assertEquals(data.train().samples().subList(5, 12), tasks.get(1).train().samples());
        assertEquals(data.test().samples().subList(0, 6), tasks.get(0).test().samples());
        assertEquals(data.test().samples().subList(6, 8), tasks.get(1).test().samples());
    }

    @Test
    void tasks_fewerThanTheDataHas_areTheFirst() {
        assertEquals(scenario.tasks(data, 2, new Seeds(1)).subList(0, 1), scenario.tasks(data, 1, new Seeds(2)));
    }

    @Test
    void tasks_moreThanTheDataHas_areRefused() {
        assertEquals(
                "num_tasks is 3, but synthetic has only 2 tasks of its own; set num_tasks to at most 2",
                refusal(data, 3));
    }

    @Test
    void tasks_ofDataWithoutTasks_areOneTask() {
        TrainTest whole = SyntheticData.images(12, 8);

        assertEquals(
                List.of(new Task(0, "synthetic", whole.train(), whole.test())), scenario.tasks(whole, 1, new Seeds(1)));
        assertEquals(
                "num_tasks is 2, but synthetic has no tasks of its own and is one task as a whole; name a task_column of"
                        + " a table, or several data sets in dataset_name, such as mnist,fashion_mnist",
                refusal(whole, 2));
    }

    private String refusal(TrainTest from, int count) {
        return String.valueOf(assertThrows(ScenarioException.class, () -> scenario.tasks(from, count, new Seeds(1)))
                .getMessage());
    }
}
