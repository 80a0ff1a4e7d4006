package org.taagem.memory;

import org.junit.jupiter.api.Test;
import org.taagem.memory.Cluster.Member;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RemovalTest {
    private final SeededRandom random = new SeededRandom(5);

    private static Cluster clusterOf(float... points) {
        Cluster cluster = new Cluster(new ClusterMeans(1, 1), points.length);
        for (int i = 0; i < points.length; i++) {
            cluster.add(new Member(Samples.sample(i, 0, points[i])));
        }
        return cluster;
    }

    @Test
    void oldest_always_choosesTheFirst() {
        assertEquals(0, Removal.OLDEST.choose(clusterOf(5, 5, 9, 1), random));
    }

    /** The mean, the newest included, is 3.25: distances 2.25, 1.75, 1.25. */
    @Test
    void furthest_meanIncludesTheNewest_choosesTheOneFurthestFromIt() {
        assertEquals(0, Removal.FURTHEST.choose(clusterOf(1, 5, 2, 5), random));
        // without the newest the mean would be 2.67 and the second the furthest
        assertEquals(1, Removal.FURTHEST.choose(clusterOf(1, 5, 2), random));
    }

    @Test
    void furthest_newestIsFurthest_choosesAnother() {
        assertEquals(0, Removal.FURTHEST.choose(clusterOf(1, 2, 3, 100), random));
    }

    @Test
    void furthest_equallyFar_choosesTheOldest() {
        assertEquals(0, Removal.FURTHEST.choose(clusterOf(-1, 1, 0), random));
    }

    @Test
    void random_manyTimes_choosesEachEquallyOften() {
        Cluster cluster = clusterOf(1, 2, 3, 4);
        int[] counts = new int[4];
        for (int i = 0; i < 4000; i++) {
            counts[Removal.RANDOM.choose(cluster, random)]++;
        }

        // standard deviation: sqrt(4000 * 1/4 * 3/4) = 27
        for (int count : counts) {
            assertTrue(Math.abs(count - 1000) < 5 * 27, count + " of 4000");
        }
    }
}
