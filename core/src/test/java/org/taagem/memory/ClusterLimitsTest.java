package org.taagem.memory;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ClusterLimitsTest {
    @Test
    void capacity_ofAll_isTheProduct() {
        assertEquals(300, new ClusterLimits(10, 10, 3).capacity());
    }

    @Test
    void capacity_beyondAnInt_isRefused() {
        ClusterLimits limits = new ClusterLimits(1 << 16, 1 << 16, 1);

        assertThrows(ArithmeticException.class, limits::capacity);
    }

    @Test
    void new_anyLimitBelowOne_isRefused() {
        assertRefused("0, 10 and 3", 0, 10, 3);
        assertRefused("10, 0 and 3", 10, 0, 3);
        assertRefused("10, 10 and -1", 10, 10, -1);
    }

    private static void assertRefused(String got, int pools, int clusters, int samples) {
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> new ClusterLimits(pools, clusters, samples));
        assertEquals("pools, clusters and samples are " + got + "; expected at least 1 of each", refusal.getMessage());
    }
}
