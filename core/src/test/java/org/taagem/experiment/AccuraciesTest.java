package org.taagem.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.taagem.data.Dataset;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.nn.Classifier;
import org.taagem.stream.Task;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AccuraciesTest {
    private static final Classifier SAYS_ONE =
            inputs -> inputs.stream().mapToInt(input -> 1).toArray();

    /** Of 4, 2 and 1 test samples, 1, 2 and 0 have the label 1. */
    private final List<Task> tasks = List.of(task(0, 0, 1, 2, 0), task(1, 1, 1), task(2, 2));

    private static Task task(int id, int... labels) {
        List<Sample> samples = new ArrayList<>();
        for (int label : labels) {
            samples.add(Samples.sample(samples.size(), label, id));
        }
        Dataset test = new Dataset(1, 3, Optional.empty(), samples);
        return new Task(id, "task " + id, test.with(List.of()), test);
    }

    @Test
    void measure_threeTasks_countsRightAnswers() {
        Accuracies accuracies = Accuracies.measure(SAYS_ONE, tasks);

        assertEquals(List.of(0.25, 1.0, 0.0), accuracies.all());
        assertEquals(List.of(0.0, 0.25), accuracies.on(List.of(2, 0)));
        assertEquals(3 / 7.0, accuracies.pooled(List.of(0, 1, 2)));
        assertEquals(3 / 6.0, accuracies.pooled(List.of(0, 1)));
        assertTrue(accuracies.seconds() > 0);
    }

    @Test
    void measure_someTasks_asksForEachTestSetOnce() {
        List<List<FeatureVector>> asked = new ArrayList<>();
        Classifier classifier = inputs -> {
            asked.add(List.copyOf(inputs));
            return SAYS_ONE.predict(inputs);
        };

        Accuracies accuracies = Accuracies.measure(classifier, tasks.subList(1, 3));

        assertEquals(List.of(1.0, 0.0), accuracies.all());
        assertEquals(
                tasks.subList(1, 3).stream()
                        .map(task -> List.copyOf(task.test().inputs()))
                        .toList(),
                asked);
    }

    @Test
    void on_taskThatWasNotTested_isRefused() {
        Accuracies accuracies = Accuracies.measure(SAYS_ONE, tasks.subList(1, 3));

        Exception refusal = assertThrows(IllegalArgumentException.class, () -> accuracies.on(List.of(1, 0)));
        assertEquals("task 0 was not tested; only [1, 2] were", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> accuracies.pooled(List.of(0)));
    }
}
