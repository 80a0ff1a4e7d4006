package org.taagem.report.plot;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TicksTest {
    @Test
    void logarithmic_threeDecades_hasOneTwoAndFiveOfEach() {
        Ticks ticks = Ticks.logarithmic(50, 3000);

        assertEquals(List.of(50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0), ticks.at());
        assertEquals(0, ticks.share(50), 1e-12);
        assertEquals(1, ticks.share(3000), 1e-12);
        assertEquals(0.5, ticks.share(Math.sqrt(50 * 3000)), 1e-12);
        assertEquals(
                List.of(0.001, 0.002, 0.005, 0.01),
                Ticks.logarithmic(0.001, 0.01).at());
    }

    @Test
    void share_linear_isWhereTheNumberLies() {
        assertEquals(0.25, Ticks.exactly(-1, 1, 4).share(-0.5), 1e-12);
    }

    @Test
    void exactly_shares_areTenthsWithoutRoundingErrors() {
        assertEquals(new Ticks(0, 1, List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0)), Ticks.exactly(0, 1, 6));
        assertEquals(List.of(0.0, 0.1, 0.2, 0.3), Ticks.exactly(0, 0.3, 4).at());
    }

    @Test
    void exactly_steps_endWhereTheyEnd() {
        assertEquals(
                new Ticks(0, 120_000, List.of(0.0, 20_000.0, 40_000.0, 60_000.0, 80_000.0, 100_000.0, 120_000.0)),
                Ticks.exactly(0, 120_000, 7));
        assertEquals(new Ticks(0, 4321, List.of(0.0, 1000.0, 2000.0, 3000.0, 4000.0)), Ticks.exactly(0, 4321, 7));
    }

    @Test
    void around_values_beginsAndEndsAtRoundNumbers() {
        assertEquals(new Ticks(-0.6, 0.6, List.of(-0.6, -0.4, -0.2, 0.0, 0.2, 0.4, 0.6)), Ticks.around(-0.53, 0.54, 6));
    }

    @Test
    void around_oneValue_hasLength() {
        Ticks ticks = Ticks.around(0.001, 0.001, 6);
        assertTrue(ticks.least() <= 0.001 && ticks.most() > 0.001, ticks::toString);
    }

    @Test
    void text_numbers_areShort() {
        assertEquals(
                List.of("0", "20,000", "-0.2", "0.0005", "1.5"),
                List.of(Ticks.text(0), Ticks.text(20_000), Ticks.text(-0.2), Ticks.text(0.0005), Ticks.text(1.5)));
    }

    @Property
    void around_any_holdsItsRangeWithAFewTicks(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double least,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double length) {
        Ticks ticks = Ticks.around(least, least + length, 6);
        assertTrue(ticks.least() <= least + 1e-6 && ticks.most() >= least + length - 1e-6, ticks::toString);
        assertTrue(ticks.at().size() >= 2 && ticks.at().size() <= 9, ticks::toString);
    }
}
