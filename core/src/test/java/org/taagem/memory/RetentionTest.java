package org.taagem.memory;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.taagem.data.Sample;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What each rule keeps, by hand. */
class RetentionTest {
    private static final int TRIALS = 3000;

    private final SeededRandom random = new SeededRandom(3);

    private static Sample number(int id, int label, float value) {
        return Samples.sample(id, label, value, 1);
    }

    private PooledMemory memory(PoolLimits limits, Retention retention) {
        return new PooledMemory(limits, retention, Draw.EVEN, random);
    }

    private static List<Integer> ids(EpisodicMemory memory) {
        return memory.samples().stream().map(Sample::id).toList();
    }

    @Test
    void ring_moreThanFit_keepsTheLatestOfEachLabel() {
        PoolLimits limits = new PoolLimits(2, 5);
        PooledMemory memory = memory(limits, new Ring(limits));
        for (int id = 0; id < 5; id++) {
            memory.add(number(id, 0, id));
        }
        memory.add(number(5, 1, 5));

        assertEquals(2, limits.perLabel());
        assertEquals(List.of(4, 3, 5), ids(memory));
    }

    @Test
    void ring_labelWithoutAPool_isRefused() {
        PoolLimits limits = new PoolLimits(1, 5);
        PooledMemory memory = memory(limits, new Ring(limits));
        memory.add(number(0, 7, 0));

        IllegalStateException e = assertThrows(IllegalStateException.class, () -> memory.add(number(1, 8, 0)));
        assertEquals(
                "label 8 needs pool number 2, but num_pools is 1; raise num_pools to the number of labels",
                e.getMessage());
        assertEquals(1, memory.size());
    }

    @Test
    void reservoir_stillRoom_keepsAll() {
        PoolLimits limits = new PoolLimits(2, 4);
        PooledMemory memory = memory(limits, new Reservoir(limits, random));
        for (int id = 0; id < 4; id++) {
            memory.add(number(id, id % 2, id));
        }

        assertEquals(List.of(0, 2, 1, 3), ids(memory));
    }

    /** Of 40 samples, 4 are kept: each in a tenth of all trials, the first as often as the last. */
    @Test
    void reservoir_manyTrials_keepsEachAsOften() {
        PoolLimits limits = new PoolLimits(3, 4);
        int[] kept = new int[40];
        for (int trial = 0; trial < TRIALS; trial++) {
            PooledMemory memory = memory(limits, new Reservoir(limits, random));
            for (int id = 0; id < kept.length; id++) {
                memory.add(number(id, id % 3, id));
            }
            ids(memory).forEach(id -> kept[id]++);
        }

        // five standard deviations of a binomial distribution
        assertAllWithin(TRIALS / 10, 5 * Math.sqrt(TRIALS * 0.1 * 0.9), kept);
    }

    private static void assertAllWithin(double expected, double tolerance, int... counts) {
        for (int i = 0; i < counts.length; i++) {
            assertEquals(expected, counts[i], tolerance, "of number " + i);
        }
    }

    @Test
    void classReservoir_rareLabelAfterACommonOne_getsItsHalf() {
        PoolLimits limits = new PoolLimits(2, 4);
        PooledMemory memory = memory(limits, new ClassReservoir(limits, random));
        for (int id = 0; id < 100; id++) {
            memory.add(number(id, 0, id));
        }
        memory.add(number(100, 1, 0));
        memory.add(number(101, 1, 0));
        List<Integer> kept = ids(memory);

        assertEquals(4, kept.size());
        assertEquals(List.of(100, 101), kept.subList(2, 4));
        for (int id = 102; id < 200; id++) {
            memory.add(number(id, 1, 0));
        }
        assertEquals(
                2,
                memory.samples().stream().filter(sample -> sample.label() == 0).count());
    }

    /** 30 samples of one label, 10 of another, room for 4: each sample of a label is kept as often as its fellows. */
    @Test
    void classReservoir_manyTrials_keepsEachOfALabelAsOften() {
        PoolLimits limits = new PoolLimits(2, 4);
        int[] kept = new int[40];
        for (int trial = 0; trial < TRIALS; trial++) {
            PooledMemory memory = memory(limits, new ClassReservoir(limits, random));
            for (int id = 0; id < kept.length; id++) {
                memory.add(number(id, id % 4 == 3 ? 1 : 0, id));
            }
            ids(memory).forEach(id -> kept[id]++);
        }

        int[] common = IntStream.range(0, 40)
                .filter(id -> id % 4 != 3)
                .map(id -> kept[id])
                .toArray();
        assertAllWithin(TRIALS * 2.0 / 30, 5 * Math.sqrt(TRIALS * 2.0 / 30), common);
    }

    @Test
    void greedyKCenter_pointsOnALine_keepsThoseFarApart() {
        PoolLimits limits = new PoolLimits(1, 2);
        PooledMemory memory = memory(limits, new GreedyKCenter(limits));
        memory.add(number(0, 0, 0));
        memory.add(number(1, 0, 1));
        memory.add(number(2, 0, 10));
        assertEquals(List.of(0, 2), ids(memory));
        memory.add(number(3, 0, 9));
        assertEquals(List.of(0, 2), ids(memory));
        memory.add(number(4, 0, 12));
        assertEquals(List.of(0, 4), ids(memory));
    }

    @Test
    void greedyKCenter_sameAgain_isNotKeptTwice() {
        PoolLimits limits = new PoolLimits(1, 2);
        PooledMemory memory = memory(limits, new GreedyKCenter(limits));
        memory.add(number(0, 0, 0));
        memory.add(number(1, 0, 5));
        memory.add(number(2, 0, 5));

        assertEquals(List.of(0, 1), ids(memory));
    }

    @Test
    void sample_even_drawsAsManyOfARareLabel() {
        PoolLimits limits = new PoolLimits(2, 12);
        PooledMemory memory = memory(limits, new Reservoir(limits, random));
        for (int id = 0; id < 12; id++) {
            memory.add(number(id, id < 3 ? 1 : 0, id));
        }

        long rare = Samples.list(memory.sample(6)).stream()
                .filter(sample -> sample.label() == 1)
                .count();
        assertEquals(3, rare);
    }

    @Test
    void sample_uniform_drawsEachAsOften() {
        PoolLimits limits = new PoolLimits(2, 12);
        PooledMemory memory = new PooledMemory(limits, new Reservoir(limits, random), Draw.UNIFORM, random);
        for (int id = 0; id < 12; id++) {
            memory.add(number(id, id < 3 ? 1 : 0, id));
        }
        int[] drawn = new int[12];
        for (int trial = 0; trial < TRIALS; trial++) {
            Samples.list(memory.sample(4)).forEach(sample -> drawn[sample.id()]++);
        }

        assertAllWithin(TRIALS / 3.0, 5 * Math.sqrt(TRIALS * 2.0 / 9), drawn);
        assertTrue(memory.sample(12).size() == 12);
    }

    @Test
    void limits_noPlaceForALabel_areRefused() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new PoolLimits(3, 2));
        assertEquals(
                "labels and capacity are 3 and 2; expected at least 1 label, and a place for each", e.getMessage());
    }
}
