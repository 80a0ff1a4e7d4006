package org.taagem.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.taagem.data.Dataset;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class PermutedPixelsTest {
    private final PermutedPixels scenario = new PermutedPixels();

    @Property
    void tasks_anySeed_moveEveryFeatureToAPlaceOfItsOwn(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 64) int features) {
        for (Task task : scenario.tasks(SyntheticData.ramps(features, 3, 3), 3, new Seeds(seed))) {
            float[] moved = task.train().inputs().get(0).toArray();
            Arrays.sort(moved);
            for (int i = 0; i < features; i++) {
                assertEquals(i + 1, moved[i]);
            }
        }
    }

    @Property
    void tasks_anySeed_moveAllSamplesOfATaskAlikeInTrainAndTest(@ForAll long seed) {
        TrainTest data = SyntheticData.ramps(36, 12, 6);

        for (Task task : scenario.tasks(data, 3, new Seeds(seed))) {
            assertEquals(1, new HashSet<>(task.train().inputs()).size());
            assertEquals(
                    Set.copyOf(task.train().inputs()), Set.copyOf(task.test().inputs()));
        }
    }

    @Property
    void tasks_anySeed_haveDifferentPermutations(@ForAll long seed) {
        List<Task> tasks = scenario.tasks(SyntheticData.ramps(36, 10, 10), 10, new Seeds(seed));
        List<Task> ofOtherSeed = scenario.tasks(SyntheticData.ramps(36, 10, 10), 10, new Seeds(seed + 1));

        Set<Object> permutations = new HashSet<>();
        tasks.forEach(task -> permutations.add(task.train().inputs().get(0)));
        ofOtherSeed.forEach(task -> permutations.add(task.train().inputs().get(0)));

        assertEquals(20, permutations.size());
    }

    @Test
    void tasks_askedTwice_areEqual() {
        TrainTest data = SyntheticData.images(40, 20);

        assertEquals(scenario.tasks(data, 4, new Seeds(7)), scenario.tasks(data, 4, new Seeds(7)));
    }

    @Test
    void tasks_moreOfThem_leavePermutationsOfTheFirstAsTheyWere() {
        TrainTest data = SyntheticData.ramps(36, 12, 12);

        assertArrayEquals(
                scenario.tasks(data, 2, new Seeds(7))
                        .get(1)
                        .train()
                        .inputs()
                        .get(0)
                        .toArray(),
                scenario.tasks(data, 6, new Seeds(7))
                        .get(1)
                        .train()
                        .inputs()
                        .get(0)
                        .toArray());
    }

    @Property
    void tasks_anyCount_shareOutAllSamplesAndTheLastTakesTheRest(
            @ForAll @IntRange(min = 1, max = 10) int count,
            @ForAll @IntRange(min = 10, max = 60) int train,
            @ForAll @IntRange(min = 10, max = 30) int test) {
        List<Task> tasks = scenario.tasks(SyntheticData.ramps(4, train, test), count, new Seeds(1));

        assertEquals(count, tasks.size());
        assertEquals(
                IntStream.range(0, train).boxed().toList(),
                allIds(tasks.stream().map(Task::train).toList()));
        assertEquals(
                IntStream.range(0, test).boxed().toList(),
                allIds(tasks.stream().map(Task::test).toList()));
        for (int k = 0; k < count - 1; k++) {
            assertEquals(train / count, tasks.get(k).train().size());
            assertEquals(test / count, tasks.get(k).test().size());
        }
    }

    private static List<Integer> allIds(List<Dataset> parts) {
        List<Integer> ids = new ArrayList<>();
        parts.forEach(part -> part.samples().stream().map(Sample::id).forEach(ids::add));
        return ids;
    }

    @Test
    void tasks_keepLabelsAndShape() {
        TrainTest data = SyntheticData.images(8, 8);

        Dataset second = scenario.tasks(data, 2, new Seeds(1)).get(1).train();

        assertEquals(
                List.of(0, 1, 2, 3),
                second.samples().stream().map(Sample::label).toList());
        assertEquals(data.train().shape(), second.shape());
        assertEquals(4, second.classes());
    }
}
