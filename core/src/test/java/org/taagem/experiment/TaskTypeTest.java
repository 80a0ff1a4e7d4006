package org.taagem.experiment;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.taagem.random.Seeds;
import org.taagem.stream.Task;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TaskTypeTest {
    @Test
    void scenario_rotation_turnsBy20DegreesPerTask() {
        List<Task> tasks = TaskType.ROTATION.scenario().tasks(SyntheticData.images(160, 40), 3, new Seeds(1));

        assertEquals(
                List.of("rotated by 0 degrees", "rotated by 20 degrees", "rotated by 40 degrees"),
                tasks.stream().map(Task::name).toList());
    }
}
