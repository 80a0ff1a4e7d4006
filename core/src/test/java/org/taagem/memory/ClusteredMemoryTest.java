package org.taagem.memory;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClusteredMemoryTest {
    /** A memory that holds so many samples of label 0, 1, 2, ... */
    private static ClusteredMemory holding(int... counts) {
        ClusteredMemory memory = new ClusteredMemory(
                new ClusterLimits(counts.length, 100, 1), Assignment.PAPER, Removal.OLDEST, new SeededRandom(9));
        int id = 0;
        for (int label = 0; label < counts.length; label++) {
            for (int i = 0; i < counts[label]; i++) {
                memory.add(Samples.sample(id, label, id));
                id++;
            }
        }
        return memory;
    }

    /** Returns how many samples of each label a draw has; no sample may come twice. */
    private static Map<Integer, Integer> labels(Batch drawn) {
        Map<Integer, Integer> counts = new TreeMap<>();
        Set<Integer> ids = new HashSet<>();
        for (int i = 0; i < drawn.size(); i++) {
            counts.merge(drawn.get(i).label(), 1, Integer::sum);
            assertTrue(ids.add(drawn.get(i).id()), "sample " + drawn.get(i).id() + " was drawn twice");
        }
        return counts;
    }

    @Test
    void add_otherNumberOfFeatures_isRefusedAndNothingChanges() {
        ClusteredMemory memory =
                new ClusteredMemory(new ClusterLimits(1, 2, 3), Assignment.PAPER, Removal.OLDEST, new SeededRandom(1));
        memory.add(Samples.sample(0, 7, 1, 2));

        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> memory.add(Samples.sample(1, 7, 1, 2, 3)));

        assertEquals("sample 1 has 3 features; the first of label 7 had 2", refusal.getMessage());
        assertEquals(1, memory.size());
        assertEquals(1, memory.samples().size());
    }

    @Test
    void add_labelBeyondThePools_isRefusedAndNothingChanges() {
        ClusteredMemory memory = holding(1, 1);

        Exception refusal = assertThrows(IllegalStateException.class, () -> memory.add(Samples.sample(9, 7, 1)));
        assertEquals(
                "label 7 needs pool number 3, but num_pools is 2; raise num_pools to the number of labels",
                refusal.getMessage());
        assertEquals(2, memory.size());
        assertEquals(2, memory.sample(10).size());
    }

    @Test
    void new_capacityBeyondAnInt_isRefused() {
        ClusterLimits limits = new ClusterLimits(1 << 16, 1 << 16, 1);

        assertThrows(
                ArithmeticException.class,
                () -> new ClusteredMemory(limits, Assignment.PAPER, Removal.OLDEST, new SeededRandom(1)));
    }

    @Test
    void sample_countDividesEvenly_isTheSameOfEveryPool() {
        assertEquals(Map.of(0, 4, 1, 4, 2, 4), labels(holding(10, 10, 10).sample(12)));
    }

    @Test
    void sample_countLeavesARemainder_isOneMoreOfPoolsThatChancePicks() {
        ClusteredMemory memory = holding(10, 10, 10);
        Set<Map<Integer, Integer>> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            seen.add(labels(memory.sample(7)));
        }

        assertEquals(Set.of(Map.of(0, 3, 1, 2, 2, 2), Map.of(0, 2, 1, 3, 2, 2), Map.of(0, 2, 1, 2, 2, 3)), seen);
    }

    @Test
    void sample_fewerThanPools_isOneOfSome() {
        Map<Integer, Integer> drawn = labels(holding(10, 10, 10).sample(2));

        assertEquals(List.of(1, 1), List.copyOf(drawn.values()));
    }

    @Test
    void sample_smallPools_areEmptiedAndTheOthersGiveTheRest() {
        assertEquals(Map.of(0, 1, 1, 2, 2, 9), labels(holding(1, 2, 30).sample(12)));
    }

    @Test
    void sample_asManyAsThereAreOrMore_isAll() {
        assertEquals(Map.of(0, 1, 1, 2, 2, 30), labels(holding(1, 2, 30).sample(33)));
        assertEquals(Map.of(0, 1, 1, 2, 2, 30), labels(holding(1, 2, 30).sample(Integer.MAX_VALUE)));
    }

    /** Chi-square of 20 samples in 4000 draws of 5: 19 degrees of freedom, 5 standard deviations allowed. */
    @Test
    void sample_manyTimes_drawsEverySampleEquallyOften() {
        ClusteredMemory memory = holding(20);
        int[] counts = new int[20];
        for (int i = 0; i < 4000; i++) {
            Batch drawn = memory.sample(5);
            for (int k = 0; k < 5; k++) {
                counts[drawn.get(k).id()]++;
            }
        }

        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += Math.pow(count - 1000, 2) / 1000;
        }
        assertTrue(chiSquare < 19 + 5 * Math.sqrt(2 * 19), "chi-square is " + chiSquare);
    }

    /** After every sample that comes, every limit holds and the parts agree with each other. */
    @Property
    void add_anySequence_keepsEveryLimit(
            @ForAll Assignment assignment,
            @ForAll Removal removal,
            @ForAll @IntRange(min = 1, max = 4) int q,
            @ForAll @IntRange(min = 1, max = 4) int p,
            @ForAll long seed) {
        SeededRandom random = new SeededRandom(seed);
        ClusteredMemory memory = new ClusteredMemory(new ClusterLimits(3, q, p), assignment, removal, random);
        Set<Integer> labels = new TreeSet<>();
        for (int id = 0; id < 100; id++) {
            // coarse places, so that equal samples and equal distances come up
            FeatureVector place = FeatureVector.of(random.nextInt(5) - 2, random.nextInt(5));
            Sample sample = new Sample(id, place, 4 * random.nextInt(3));
            labels.add(sample.label());
            memory.add(sample);

            assertConsistent(memory, new ClusterLimits(3, q, p));
            assertEquals(labels, new TreeSet<>(memory.clusters().keySet()));
            labels(memory.sample(random.nextInt(12)));
        }
    }

    private static void assertConsistent(ClusteredMemory memory, ClusterLimits limits) {
        memory.clusters().forEach((label, clusters) -> {
            assertTrue(clusters.size() <= limits.clusters());
            for (List<Sample> cluster : clusters) {
                assertTrue(!cluster.isEmpty() && cluster.size() <= limits.samples());
                assertTrue(cluster.stream().allMatch(sample -> sample.label() == label));
            }
        });
        assertTrue(memory.clusters().size() <= limits.pools());
        assertTrue(memory.size() <= memory.capacity());
        Set<Sample> all = Set.copyOf(memory.samples());
        assertEquals(memory.size(), all.size());
        Batch drawn = memory.sample(memory.size());
        assertEquals(all.size(), drawn.size());
        for (int i = 0; i < drawn.size(); i++) {
            assertTrue(all.contains(drawn.get(i)), "drawn, but not kept");
        }
    }
}
