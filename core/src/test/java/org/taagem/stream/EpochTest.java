package org.taagem.stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EpochTest {
    @Test
    void ownShare_quartersOfTenSamples_areRoundedUp() {
        assertEquals(10, Epoch.onTheWay(0, 1, 0, 4).ownShare(0, 10));
        assertEquals(8, Epoch.onTheWay(0, 1, 1, 4).ownShare(0, 10));
        assertEquals(5, Epoch.onTheWay(0, 1, 2, 4).ownShare(0, 10));
        assertEquals(3, Epoch.onTheWay(0, 1, 3, 4).ownShare(0, 10));
    }

    @Property
    void ownShare_anyStep_leavesOneSampleOfTheTaskAtLeast(
            @ForAll @IntRange(min = 1, max = 50) int steps, @ForAll @IntRange(min = 1, max = 300) int batchSize) {
        int before = batchSize;
        for (int step = 0; step < steps; step++) {
            int share = Epoch.onTheWay(0, 1, step, steps).ownShare(0, batchSize);
            assertTrue(share >= 1 && share <= before);
            before = share;
        }
    }

    @Test
    void shows_mixedEpoch_isTrueForBothTasks() {
        Epoch mixed = Epoch.onTheWay(1, 2, 1, 4);

        assertTrue(mixed.shows(1) && mixed.shows(2));
        assertFalse(mixed.shows(0));
    }

    @Test
    void shows_firstStepOfAWay_isFalseForTheNextTask() {
        assertFalse(Epoch.onTheWay(1, 2, 0, 4).shows(2));
    }

    @Test
    void ownShare_threeInTenOfOthers_isMadeUpOverBatches() {
        Epoch blurred = Epoch.blurred(1, 0.3);

        assertEquals(7, blurred.ownShare(0, 10));
        assertEquals(3, blurred.ownShare(0, 3));
        assertEquals(2, blurred.ownShare(3, 3));
        assertEquals(2, blurred.ownShare(6, 3));
    }

    @Property
    void ownShare_anyShare_isRightForTheWholeEpoch(
            @ForAll @IntRange(min = 1, max = 99) int percent, @ForAll @IntRange(min = 1, max = 30) int batchSize) {
        Epoch blurred = Epoch.blurred(0, percent / 100.0);
        int own = 0;
        for (int batch = 0; batch < 100; batch++) {
            int share = blurred.ownShare(batch * batchSize, batchSize);
            assertTrue(share >= 0 && share <= batchSize);
            own += share;
        }
        assertEquals((100 - percent) * batchSize, own);
    }

    @Test
    void shows_blurredEpoch_isTrueForAllTasks() {
        assertTrue(Epoch.blurred(1, 0.1).shows(7));
        assertFalse(Epoch.blurred(1, 0).shows(7));
        assertTrue(Epoch.blurred(1, 0).isPure());
    }

    @Test
    void constructor_shareOutOfRange_isRefused() {
        for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
            assertEquals(
                    "the share of other tasks is " + share + "; expected 0..1, and 0 on the way to another task",
                    assertThrows(IllegalArgumentException.class, () -> Epoch.blurred(0, share))
                            .getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> new Epoch(0, 1, 1, 2, 0.5));
    }

    @Test
    void constructor_stepBeyondTheWay_isRefused() {
        assertEquals(
                "step is 4 of 4; expected 0..3",
                assertThrows(IllegalArgumentException.class, () -> Epoch.onTheWay(0, 1, 4, 4))
                        .getMessage());
    }
}
