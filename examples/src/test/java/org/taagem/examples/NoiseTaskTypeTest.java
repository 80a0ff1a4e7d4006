package org.taagem.examples;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.taagem.data.MnistLite;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.ConfigReader;
import org.taagem.experiment.TaskType;
import org.taagem.experiment.TaskTypes;
import org.taagem.random.Seeds;
import org.taagem.stream.ScenarioException;
import org.taagem.stream.Task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NoiseTaskTypeTest {
    private final TrainTest data = MnistLite.load();

    private static TaskType noise() {
        return TaskTypes.all().stream()
                .filter(type -> type.name().equals("noise"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void scenario_ofTheTypeOnTheClassPath_hasItsKey() {
        assertEquals(new NoisyPixels(0.2), noise().scenario(new ConfigReader(noise().keys())));
        Map<String, Object> loud = new HashMap<>(Map.of("noise_per_task", 11));
        assertThrows(ConfigException.class, () -> noise().scenario(new ConfigReader(loud)));
    }

    @Test
    void tasks_fiveOfThem_growNoisierAndShareNothing() {
        List<Task> tasks = new NoisyPixels(0.2).tasks(data, 5, new Seeds(1));

        assertEquals(
                data.train().samples().subList(0, 2000), tasks.get(0).train().samples());
        Set<Integer> ids = new HashSet<>();
        double before = 0;
        for (Task task : tasks) {
            task.train().samples().stream().map(Sample::id).forEach(id -> assertTrue(ids.add(id)));
            double deviation = deviation(task);
            assertTrue(task.id() == 0 || deviation > before + 0.03, task.name() + ": " + deviation);
            before = deviation;
        }
        assertEquals(10_000, ids.size());
        assertEquals(tasks, new NoisyPixels(0.2).tasks(data, 5, new Seeds(1)));
    }

    /** Mean distance of the task's pixels from those of the data. */
    private double deviation(Task task) {
        double sum = 0;
        for (Sample sample : task.train().samples()) {
            float[] original =
                    data.train().samples().get(sample.id()).features().toArray();
            float[] noisy = sample.features().toArray();
            for (int p = 0; p < noisy.length; p++) {
                assertTrue(noisy[p] >= 0 && noisy[p] <= 1);
                sum += Math.abs(noisy[p] - original[p]);
            }
        }
        return sum / task.train().size() / data.train().features();
    }

    @Test
    void tasks_moreThanSamples_areRefused() {
        assertEquals(
                "num_tasks is 2001, but mnist has only 2000 samples to share out; make fewer tasks",
                assertThrows(ScenarioException.class, () -> new NoisyPixels(0.2).tasks(data, 2001, new Seeds(1)))
                        .getMessage());
    }
}
