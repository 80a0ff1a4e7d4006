package org.taagem.experiment;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class LossSeriesTest {
    @Test
    void add_beyondTheExpectedSize_keepsAll() {
        LossSeries series = new LossSeries(2);
        for (int i = 0; i < 100; i++) {
            series.add(i, -i);
        }

        assertEquals(100, series.size());
        assertEquals(0, series.loss(0));
        assertEquals(99, series.loss(99));
        assertEquals(-99, series.learningRate(99));
    }

    @Test
    void loss_notYetAdded_isRefused() {
        LossSeries series = new LossSeries(2);

        assertThrows(IndexOutOfBoundsException.class, () -> series.loss(0));
        assertThrows(IndexOutOfBoundsException.class, () -> series.learningRate(0));
    }
}
