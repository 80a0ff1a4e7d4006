package org.taagem.cli;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertFalse;

/** What does not take a dying process; {@link TrainStopIT} has the rest. */
class StopSignalTest {
    @Test
    void isRequested_noSignal_isFalse() {
        try (StopSignal signal = StopSignal.install()) {
            assertFalse(signal.isRequested());
        }
    }

    @Test
    void close_twice_isHarmless() {
        StopSignal signal = StopSignal.install();
        signal.close();
        signal.close();
        assertFalse(signal.isRequested());
    }
}
