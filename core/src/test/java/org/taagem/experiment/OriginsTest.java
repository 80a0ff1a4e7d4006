package org.taagem.experiment;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.taagem.data.Dataset;
import org.taagem.random.Seeds;
import org.taagem.stream.PermutedPixels;
import org.taagem.stream.Task;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class OriginsTest {
    private final Dataset data = SyntheticData.ramps(4, 20, 4).train();

    @Test
    void count_samplesOfTwoTasks_tellsThemApart() {
        List<Task> tasks = new PermutedPixels().tasks(SyntheticData.of(data, data), 2, new Seeds(1));

        assertEquals(Map.of(0, 3, 1, 2), new Origins(tasks).count(data.samples().subList(7, 12)));
        assertEquals(Map.of(), new Origins(tasks).count(List.of()));
    }

    @Test
    void constructor_sampleOfTwoTasks_isRefused() {
        List<Task> tasks = List.of(new Task(0, "a", data, data), new Task(1, "b", data, data));

        assertEquals(
                "training sample 0 belongs to task 0 and to task 1",
                assertThrows(IllegalArgumentException.class, () -> new Origins(tasks))
                        .getMessage());
    }
}
