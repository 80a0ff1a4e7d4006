package org.taagem.memory;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.taagem.data.Sample;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Samples on a line, one case of the two rules after the other; the expected clusters are lists of their places. */
class AssignmentTest {
    private static List<List<Float>> clusters(Assignment assignment, int q, float... points) {
        ClusteredMemory memory =
                new ClusteredMemory(new ClusterLimits(1, q, 3), assignment, Removal.OLDEST, new SeededRandom(1));
        for (int i = 0; i < points.length; i++) {
            memory.add(Samples.sample(i, 0, points[i]));
        }
        return memory.clusters().values().iterator().next().stream()
                .map(cluster -> cluster.stream().map(AssignmentTest::place).toList())
                .toList();
    }

    private static float place(Sample sample) {
        return sample.features().toArray()[0];
    }

    private static List<Float> cluster(float... points) {
        Float[] boxed = new Float[points.length];
        for (int i = 0; i < points.length; i++) {
            boxed[i] = points[i];
        }
        return List.of(boxed);
    }

    @Test
    void paper_roomForClusters_foundsOneEvenForAnEqualSample() {
        assertEquals(List.of(cluster(1), cluster(1), cluster(1)), clusters(Assignment.PAPER, 3, 1, 1, 1));
    }

    @Test
    void paper_noRoomForClusters_joinsTheNearest() {
        assertEquals(List.of(cluster(0), cluster(10, 7)), clusters(Assignment.PAPER, 2, 0, 10, 7));
    }

    /** The mean of 10 and 5.5 is 7.75, so 3 is nearer to 0, though its nearest sample is 5.5. */
    @Test
    void paper_nearestMean_isThatOfThePresentMembers() {
        assertEquals(List.of(cluster(0, 3), cluster(10, 5.5f)), clusters(Assignment.PAPER, 2, 0, 10, 5.5f, 3));
    }

    @Test
    void paper_overfullCluster_givesUpItsOldest() {
        assertEquals(List.of(cluster(2, 3, 4)), clusters(Assignment.PAPER, 1, 1, 2, 3, 4));
    }

    @Test
    void paper_equallyNear_joinsTheFirst() {
        assertEquals(List.of(cluster(0, 5), cluster(10)), clusters(Assignment.PAPER, 2, 0, 10, 5));
    }

    @Test
    void merge_emptyPool_foundsACluster() {
        assertEquals(List.of(cluster(5)), clusters(Assignment.MERGE, 3, 5));
    }

    @Test
    void merge_oneClusterAndRoom_foundsTheSecond() {
        assertEquals(List.of(cluster(5), cluster(5)), clusters(Assignment.MERGE, 3, 5, 5));
    }

    @Test
    void merge_oneClusterAndNoRoom_joinsIt() {
        assertEquals(List.of(cluster(2, 3, 4)), clusters(Assignment.MERGE, 1, 1, 2, 3, 4));
    }

    /** 2 stands 2 away from 0, and 0 only 1 from -1: 0 moves to -1, and 2 takes its place in the first cluster. */
    @Test
    void merge_singletonNearerToItsNeighbour_movesThereAndMakesRoom() {
        assertEquals(List.of(cluster(2), cluster(-1, 0)), clusters(Assignment.MERGE, 3, 0, -1, 2));
    }

    @Test
    void merge_singletonAsFarFromItsNeighbourAsFromTheSample_staysAndANewOneIsFounded() {
        assertEquals(List.of(cluster(0), cluster(-1), cluster(1)), clusters(Assignment.MERGE, 3, 0, -1, 1));
    }

    @Test
    void merge_singletonNearerToTheSampleAndNoRoom_isJoined() {
        assertEquals(List.of(cluster(0, 1), cluster(-9)), clusters(Assignment.MERGE, 2, 0, -9, 1));
    }

    @Test
    void merge_nearestHasTwo_isJoinedThoughThereIsRoom() {
        assertEquals(List.of(cluster(2), cluster(-1, 0, -0.5f)), clusters(Assignment.MERGE, 3, 0, -1, 2, -0.5f));
    }

    /** The last sample drives 2.5 out of its cluster into that of -1, 0 and -0.5, which gives up its oldest, -1. */
    @Test
    void merge_singletonMovesIntoAFullCluster_whichGivesUpItsOldest() {
        assertEquals(
                List.of(cluster(9), cluster(0, -0.5f, 2.5f)), clusters(Assignment.MERGE, 2, 0, -1, 2.5f, -0.5f, 9));
    }

    /** The original files the displaced sample under the task of the new one; here it stays the sample it was. */
    @Test
    void merge_displacedSample_keepsItsId() {
        ClusteredMemory memory =
                new ClusteredMemory(new ClusterLimits(1, 3, 3), Assignment.MERGE, Removal.OLDEST, new SeededRandom(1));
        Sample displaced = Samples.sample(70, 0, 0);
        memory.add(displaced);
        memory.add(Samples.sample(71, 0, -1));
        memory.add(Samples.sample(72, 0, 2));

        assertEquals(displaced, memory.samples().get(2));
    }
}
