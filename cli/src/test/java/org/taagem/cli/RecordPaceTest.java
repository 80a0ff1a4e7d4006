package org.taagem.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RecordPaceTest {
    private static final long MILLI = 1_000_000;

    /** Asks every 100 ms for so long, and returns after how many each writing began. */
    private static List<Long> writings(long millis, long millisOfOne) throws IOException {
        long[] now = {Long.MAX_VALUE - 700 * MILLI}; // a clock of this kind may pass the end of its range
        long begin = now[0];
        List<Long> writings = new ArrayList<>();
        RecordPace pace = new RecordPace(() -> now[0]);
        while ((now[0] - begin) / MILLI < millis) {
            now[0] += 100 * MILLI;
            pace.write(() -> {
                writings.add((now[0] - begin) / MILLI);
                now[0] += millisOfOne * MILLI;
            });
        }
        return writings;
    }

    @Test
    void write_askedOften_writesOnceASecond() throws IOException {
        assertEquals(List.of(1000L, 2000L, 3000L), writings(3500, 0));
    }

    @Test
    void write_slowDisk_takesAFiftiethOfTheTime() throws IOException {
        // one takes 100 ms, so the next one begins 5 s after its end
        assertEquals(List.of(1000L, 6100L, 11200L), writings(12_000, 100));
    }
}
