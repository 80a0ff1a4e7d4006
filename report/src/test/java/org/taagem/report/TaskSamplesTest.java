package org.taagem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.taagem.data.Dataset;
import org.taagem.data.FeatureVector;
import org.taagem.data.ImageShape;
import org.taagem.data.Sample;
import org.taagem.report.TaskSamples.Row;
import org.taagem.stream.Task;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TaskSamplesTest {
    /** Images of 2 x 3 pixels, all as bright as the sample's id says, with labels 0, 1, 0, 1, ... */
    static Dataset images(int from, int to) {
        List<Sample> samples = new ArrayList<>();
        for (int id = from; id < to; id++) {
            float value = id / 10f;
            samples.add(new Sample(id, FeatureVector.of(value, value, value, value, value, value), id % 2));
        }
        return new Dataset(6, 3, Optional.of(new ImageShape(2, 3)), samples);
    }

    private static float brightness(Optional<FeatureVector> image) {
        return image.orElseThrow().toArray()[0];
    }

    @Test
    void of_twoTasks_takesTheFirstOfEveryLabel() {
        List<Task> tasks = List.of(
                new Task(0, "dark", images(1, 5), images(5, 6)), new Task(1, "bright", images(6, 10), images(5, 7)));

        TaskSamples samples = TaskSamples.of("made up", tasks, List.of()).orElseThrow();

        assertEquals(List.of("0", "1"), samples.labels(), "no task has label 2");
        Row first = samples.rows().get(0);
        assertEquals(
                List.of("Task 1", "dark", "4 train, 1 test"), List.of(first.heading(), first.name(), first.detail()));
        assertEquals(0.2f, brightness(first.images().get(0)));
        assertEquals(0.1f, brightness(first.images().get(1)));
        assertEquals(0.6f, brightness(samples.rows().get(1).images().get(0)));
    }

    @Test
    void of_taskThatDrifts_showsItHalfWayAndAtItsEnd() {
        Task drifting = new Task(
                0,
                "upside down",
                images(2, 4),
                images(2, 4),
                Optional.of(progress -> image -> FeatureVector.of((float) progress, 0, 0, 0, 0, image.toArray()[0])));

        TaskSamples samples =
                TaskSamples.of("made up", List.of(drifting), List.of()).orElseThrow();

        assertEquals(
                List.of("on the way", "upside down"),
                samples.rows().stream().map(Row::name).toList());
        assertEquals(0.5f, brightness(samples.rows().get(0).images().get(0)));
        assertEquals(1f, brightness(samples.rows().get(1).images().get(0)));
    }

    @Test
    void of_labelThatOneTaskLacks_leavesItsPlaceEmpty() {
        List<Task> tasks =
                List.of(new Task(0, "one", images(0, 1), images(0, 1)), new Task(1, "two", images(0, 2), images(0, 2)));

        TaskSamples samples =
                TaskSamples.of("made up", tasks, List.of("cat", "dog", "owl")).orElseThrow();

        assertEquals(List.of("cat", "dog"), samples.labels());
        assertEquals(Optional.empty(), samples.rows().get(0).images().get(1));
        assertEquals(0.1f, brightness(samples.rows().get(1).images().get(1)));
    }

    @Test
    void of_whatIsNoImage_isNothing() {
        Dataset flat = new Dataset(6, 3, Optional.empty(), images(0, 4).samples());

        assertEquals(Optional.empty(), TaskSamples.of("made up", List.of(new Task(0, "flat", flat, flat)), List.of()));
    }

    @Test
    void of_moreTasksThanAnybodyLooksAt_showsTheFirst() {
        List<Task> tasks = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            tasks.add(new Task(k, "task", images(0, 2), images(0, 2)));
        }

        assertEquals(
                30,
                TaskSamples.of("made up", tasks, List.of()).orElseThrow().rows().size());
    }
}
