package org.taagem.experiment;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.taagem.data.Dataset;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.experiment.MemoryContents.Kept;
import org.taagem.memory.ClusterLimits;
import org.taagem.memory.ClusteredMemory;
import org.taagem.memory.Draw;
import org.taagem.memory.PoolLimits;
import org.taagem.memory.PooledMemory;
import org.taagem.memory.Ring;
import org.taagem.random.Seeds;
import org.taagem.stream.Task;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MemoryContentsTest {
    private static final Sample LEFT = new Sample(0, FeatureVector.of(0, 1), 1);
    private static final Sample RIGHT = new Sample(1, FeatureVector.of(9, 1), 1);
    private static final Sample NEAR_LEFT = new Sample(2, FeatureVector.of(1, 1), 1);
    private static final Sample OTHER = new Sample(3, FeatureVector.of(5, 1), 0);

    private static final Origins ORIGINS = new Origins(List.of(task(0, LEFT, RIGHT), task(1, NEAR_LEFT, OTHER)));

    private static Task task(int id, Sample... samples) {
        Dataset data = new Dataset(2, 2, Optional.empty(), List.of(samples));
        return new Task(id, "task", data, data);
    }

    @Test
    void of_clusteredMemory_tellsClustersAndWhoIsOlder() {
        ClusteredMemory memory = new ClusteredMemory(new ClusterLimits(2, 2, 3), new Seeds(0).named("memory"));
        List.of(LEFT, RIGHT, NEAR_LEFT, OTHER).forEach(memory::add);

        assertEquals(
                new MemoryContents(
                        true,
                        List.of(
                                new Kept(LEFT, 0, 0, 1),
                                new Kept(NEAR_LEFT, 1, 0, 0),
                                new Kept(RIGHT, 0, 1, 0),
                                new Kept(OTHER, 1, 0, 0))),
                MemoryContents.of(memory, ORIGINS));
    }

    @Test
    void of_otherMemory_hasOneGroupForEachLabel() {
        PoolLimits limits = new PoolLimits(2, 4);
        PooledMemory memory = new PooledMemory(limits, new Ring(limits), Draw.EVEN, new Seeds(0).named("memory"));
        List.of(LEFT, OTHER, NEAR_LEFT).forEach(memory::add);

        assertEquals(
                new MemoryContents(
                        false,
                        List.of(new Kept(LEFT, 0, 0, 0), new Kept(NEAR_LEFT, 1, 0, 0), new Kept(OTHER, 1, 0, 0))),
                MemoryContents.of(memory, ORIGINS));
    }
}
