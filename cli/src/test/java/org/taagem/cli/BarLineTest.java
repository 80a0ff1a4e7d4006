package org.taagem.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.cli.BarLine.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BarLineTest {
    private static final String POSITION = "task 2/5  epoch 23/100  accuracy 0.644";

    private final BarLine ascii = new BarLine(false, "steps");

    @Test
    void line_of80Columns_hasRoomForEverything() {
        String line = ascii.line(POSITION, new Progress(30_000, 120_000, 20), 80);
        assertEquals(
                "task 2/5  epoch 23/100  accuracy 0.644  #------  25 %  1500 steps/s  01:00 left",
                line.stripTrailing());
        assertEquals(79, line.length());
    }

    @Test
    void line_wideTerminal_hasABarOf40() {
        assertEquals(
                POSITION + "  ████████████████████░░░░░░░░░░░░░░░░░░░░  50 %   100 steps/s  00:05 left"
                        + " ".repeat(47),
                new BarLine(true, "steps").line(POSITION, new Progress(500, 1000, 5), 160));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 30, 60, 70, 79, 80, 81, 300})
    void line_anyWidth_leavesOneColumnFree(int width) {
        assertEquals(
                Math.max(0, width - 1),
                ascii.line(POSITION, new Progress(7, 13, 2), width).length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  0 | 100 |   0 | '  0 %     - steps/s  ? left'",
                "  0 | 100 |   9 | '  0 %     - steps/s  ? left'",
                "  1 | 100 |   0 | '  1 %     - steps/s  00:00 left'",
                " 99 | 100 |  99 | ' 99 %     1 steps/s  00:01 left'",
                "100 | 100 |   1 | '100 %   100 steps/s  00:00 left'",
                "  1 | 100 |  37 | '  1 %     0 steps/s  1:01:03 left'",
                "999 | 1000 | 0.01 | ' 99 %  99900 steps/s  00:00 left'"
            })
    void line_narrowTerminal_keepsTheWords(long step, long steps, double seconds, String words) {
        assertEquals(
                "p  " + words,
                ascii.line("p", new Progress(step, steps, seconds), 39)
                        .replaceAll("  [#-]{4,} ", "  ")
                        .stripTrailing());
    }
}
