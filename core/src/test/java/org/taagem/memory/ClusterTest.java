package org.taagem.memory;

import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.memory.Cluster.Member;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ClusterTest {
    private static final FeatureVector ORIGIN = FeatureVector.of(0, 0);

    /** The samples (0, 0), (3, 0) and (0, 6): their mean is (1, 2). */
    private static Cluster ofThree() {
        Cluster cluster = new Cluster(new ClusterMeans(2, 1), 4);
        cluster.add(member(0, 0, 0));
        cluster.add(member(1, 3, 0));
        cluster.add(member(2, 0, 6));
        return cluster;
    }

    private static Member member(int id, float x, float y) {
        return new Member(Samples.sample(id, 0, x, y));
    }

    @Test
    void squaredDistance_ofThree_isToTheirMean() {
        Cluster cluster = ofThree();

        assertEquals(0, cluster.squaredDistance(FeatureVector.of(1, 2)), 1e-12);
        assertEquals(1 + 4, cluster.squaredDistance(ORIGIN), 1e-12);
        assertEquals(4 + 4, cluster.squaredDistance(FeatureVector.of(3, 0)), 1e-12);
        assertEquals(1 + 16, cluster.squaredDistance(FeatureVector.of(0, 6)), 1e-12);
    }

    @Test
    void remove_theMiddleOne_keepsTheOthersInOrder() {
        Cluster cluster = ofThree();

        Member removed = cluster.remove(1);

        assertEquals(1, removed.sample.id());
        assertEquals(2, cluster.size());
        assertEquals(0, cluster.member(0).sample.id());
        assertEquals(2, cluster.member(1).sample.id());
        // the mean is now (0, 3)
        assertEquals(9, cluster.squaredDistance(ORIGIN), 1e-12);
    }

    @Test
    void remove_allAndAddAnother_forgetsTheOldMean() {
        Cluster cluster = ofThree();
        cluster.remove(0);
        cluster.remove(0);
        cluster.remove(0);
        cluster.add(member(3, 0.5f, 0));

        assertEquals(0.25, cluster.squaredDistance(ORIGIN), 1e-12);
    }

    @Property
    void squaredDistance_afterAnyAddsAndRemovals_isToTheMeanOfTheMembers(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 9) Integer> choices, @ForAll long seed) {
        SeededRandom random = new SeededRandom(seed);
        Cluster cluster = new Cluster(new ClusterMeans(7, 1), 4);
        List<Sample> members = new ArrayList<>();
        for (int choice : choices) {
            // 0..5 add a sample, 6..9 remove one, unless the cluster would be left empty
            if (choice > 5 && members.size() > 1) {
                int index = random.nextInt(members.size());
                assertEquals(members.remove(index), cluster.remove(index).sample);
            } else {
                members.add(new Sample(members.size(), Samples.randomVector(7, random), 0));
                cluster.add(new Member(members.get(members.size() - 1)));
            }

            FeatureVector probe = Samples.randomVector(7, random);
            assertEquals(squaredDistanceToMean(members, probe), cluster.squaredDistance(probe), 1e-9);
        }
    }

    private static double squaredDistanceToMean(List<Sample> members, FeatureVector vector) {
        float[] z = vector.toArray();
        double squared = 0;
        for (int i = 0; i < z.length; i++) {
            int feature = i;
            double mean = members.stream()
                    .mapToDouble(member -> member.features().toArray()[feature])
                    .average()
                    .orElseThrow();
            squared += (z[i] - mean) * (z[i] - mean);
        }
        return squared;
    }
}
