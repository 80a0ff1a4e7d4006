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
        assertEquals(10, new Epoch(0, 1, 0, 4).ownShare(10));
        assertEquals(8, new Epoch(0, 1, 1, 4).ownShare(10));
        assertEquals(5, new Epoch(0, 1, 2, 4).ownShare(10));
        assertEquals(3, new Epoch(0, 1, 3, 4).ownShare(10));
    }

    @Property
    void ownShare_anyStep_leavesOneSampleOfTheTaskAtLeast(
            @ForAll @IntRange(min = 1, max = 50) int steps, @ForAll @IntRange(min = 1, max = 300) int batchSize) {
        int before = batchSize;
        for (int step = 0; step < steps; step++) {
            int share = new Epoch(0, 1, step, steps).ownShare(batchSize);
            assertTrue(share >= 1 && share <= before);
            before = share;
        }
    }

    @Test
    void shows_mixedEpoch_isTrueForBothTasks() {
        Epoch mixed = new Epoch(1, 2, 1, 4);

        assertTrue(mixed.shows(1) && mixed.shows(2));
        assertFalse(mixed.shows(0));
    }

    @Test
    void shows_firstStepOfAWay_isFalseForTheNextTask() {
        assertFalse(new Epoch(1, 2, 0, 4).shows(2));
    }

    @Test
    void constructor_stepBeyondTheWay_isRefused() {
        assertEquals(
                "step is 4 of 4; expected 0..3",
                assertThrows(IllegalArgumentException.class, () -> new Epoch(0, 1, 4, 4))
                        .getMessage());
    }
}
