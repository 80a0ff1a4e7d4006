package org.taagem.stream;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class RotatedImagesTest {
    private final TrainTest data = SyntheticData.images(12, 6);

    @Test
    void tasks_ofAnyCount_areTurnedByMultiplesOfTheStep() {
        List<Task> tasks = new RotatedImages(22.5).tasks(data, 3, new Seeds(1));

        assertEquals(
                List.of("rotated by 0 degrees", "rotated by 22.5 degrees", "rotated by 45 degrees"),
                tasks.stream().map(Task::name).toList());
        Rotation last = new Rotation(data.train().shape().orElseThrow(), 45);
        assertEquals(
                data.train().inputs().subList(8, 12).stream().map(last::apply).toList(),
                List.copyOf(tasks.get(2).train().inputs()));
        assertEquals(
                data.test().inputs().subList(4, 6).stream().map(last::apply).toList(),
                List.copyOf(tasks.get(2).test().inputs()));
    }

    @Test
    void tasks_first_isNotTurned() {
        Task first = new RotatedImages(20).tasks(data, 3, new Seeds(1)).get(0);

        assertEquals(data.train().samples().subList(0, 4), first.train().samples());
    }

    @Test
    void tasks_seeds_playNoPart() {
        RotatedImages scenario = new RotatedImages(20);

        assertEquals(scenario.tasks(data, 3, new Seeds(1)), scenario.tasks(data, 3, new Seeds(2)));
    }

    @Test
    void tasks_dataThatIsNotImages_isRefused() {
        TrainTest noImages = SyntheticData.ramps(9, 4, 4);

        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> new RotatedImages(20).tasks(noImages, 2, new Seeds(1)));

        assertEquals(
                "task_type is rotation, but synthetic is not made of images, which alone can be turned; choose another"
                        + " task_type",
                refused.getMessage());
    }
}
