package org.taagem.memory;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.taagem.data.FeatureVector;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ClusterMeansTest {
    private static final int FEATURES = 5;

    /** Clusters of one sample each, on a line. */
    private static ClusterMeans at(float... points) {
        ClusterMeans means = new ClusterMeans(1, points.length);
        for (float point : points) {
            means.add(means.open(), FeatureVector.of(point));
        }
        return means;
    }

    @Test
    void nearest_ofThree_isTheOneWithTheNearestMean() {
        ClusterMeans means = at(0, 10, 20);

        assertEquals(0, means.nearest(FeatureVector.of(4)));
        assertEquals(1, means.nearest(FeatureVector.of(6)));
        assertEquals(2, means.nearest(FeatureVector.of(99)));
    }

    /** 20 joins the cluster at 10, whose mean moves to 15; without it the mean is 10 again. */
    @Test
    void nearest_meanHasMoved_usesThePresentOne() {
        ClusterMeans means = at(4, 10);
        FeatureVector seven = FeatureVector.of(7.5f);
        assertEquals(1, means.nearest(seven));

        means.add(1, FeatureVector.of(20));
        assertEquals(0, means.nearest(seven));

        means.subtract(1, FeatureVector.of(20));
        assertEquals(1, means.nearest(seven));
    }

    @Test
    void nearestExcept_theNearest_isTheSecond() {
        assertEquals(2, at(0, 10, 14).nearestExcept(FeatureVector.of(11), 1));
    }

    @Test
    void nearest_clustersOfTheSameSamples_isTheFirst() {
        SeededRandom random = new SeededRandom(3);
        ClusterMeans means = new ClusterMeans(101, 20);
        List<FeatureVector> samples = List.of(Samples.randomVector(101, random), Samples.randomVector(101, random));
        for (int c = 0; c < 20; c++) {
            means.open();
            // in turn in either order, and every third with a guest in between
            means.add(c, samples.get(c % 2));
            FeatureVector guest = Samples.randomVector(101, random);
            if (c % 3 == 0) {
                means.add(c, guest);
            }
            means.add(c, samples.get(1 - c % 2));
            if (c % 3 == 0) {
                means.subtract(c, guest);
            }
        }

        assertEquals(0, means.nearest(samples.get(0)));
        assertEquals(1, means.nearestExcept(samples.get(1), 0));
    }

    /** With whole numbers nothing is rounded, so that equally near means must come out equally near, also thirds. */
    @Property
    void nearest_wholeNumbers_isTheFirstOfThoseNearestByExactArithmetic(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 7) Integer> sizes, @ForAll long seed) {
        SeededRandom random = new SeededRandom(seed);
        ClusterMeans means = new ClusterMeans(FEATURES, sizes.size());
        long[][] sums = new long[sizes.size()][FEATURES];
        for (int c = 0; c < sums.length; c++) {
            means.open();
            for (int member = 0; member < sizes.get(c); member++) {
                means.add(c, coarse(random, sums[c]));
            }
        }

        for (int probe = 0; probe < 20; probe++) {
            long[] z = new long[FEATURES];
            FeatureVector vector = coarse(random, z);
            assertEquals(exactlyNearest(sizes, sums, z), means.nearest(vector));
        }
    }

    /** Draws whole numbers, about half of them zero, and adds them to a sum. */
    private static FeatureVector coarse(SeededRandom random, long[] sum) {
        float[] place = new float[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            place[i] = random.nextInt(2) * (random.nextInt(5) - 2);
            sum[i] += (long) place[i];
        }
        return FeatureVector.of(place);
    }

    /** Compares {@code |z - s/n|^2} as fractions over {@code n^2}. */
    private static int exactlyNearest(List<Integer> sizes, long[][] sums, long[] z) {
        int nearest = 0;
        for (int c = 1; c < sums.length; c++) {
            long n = sizes.get(c);
            long best = sizes.get(nearest);
            if (scaled(n, sums[c], z) * best * best < scaled(best, sums[nearest], z) * n * n) {
                nearest = c;
            }
        }
        return nearest;
    }

    private static long scaled(long n, long[] sum, long[] z) {
        long total = 0;
        for (int i = 0; i < z.length; i++) {
            total += (n * z[i] - sum[i]) * (n * z[i] - sum[i]);
        }
        return total;
    }
}
