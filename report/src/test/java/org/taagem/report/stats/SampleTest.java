package org.taagem.report.stats;

import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.metrics.Figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SampleTest {
    private static final SciPy SCIPY = SciPy.read();

    static Stream<SciPy.Interval> intervals() {
        return SCIPY.intervals().stream();
    }

    /** By hand: of 0.7, 0.8 and 0.9, 0.8 and the root of (0.01 + 0.01) / 2; t for 2 degrees at 99 % is 9.9248432. */
    @Test
    void all_threeValues_areThoseWorkedOutByHand() {
        Sample sample = new Sample(List.of(0.7, 0.8, 0.9));
        assertEquals(0.8, sample.mean().orElseThrow(), 1e-15);
        assertEquals(0.1, sample.standardDeviation().orElseThrow(), 1e-15);
        assertEquals(
                9.9248432009 * 0.1 / Math.sqrt(3),
                sample.margin(Confidence.USUAL).orElseThrow(),
                1e-10);
    }

    @ParameterizedTest
    @MethodSource("intervals")
    void all_sampleOfSciPy_isAsThere(SciPy.Interval expected) {
        Sample sample = SCIPY.sample(expected.sample());
        assertEquals(expected.mean(), sample.mean().orElseThrow(), 1e-14);
        assertEquals(expected.standardDeviation(), sample.standardDeviation().orElseThrow(), 1e-14);
        if (expected.low99() == null || expected.high99() == null) {
            assertEquals(new Figure.Undefined("all 4 values are equal"), sample.margin(Confidence.USUAL));
            return;
        }
        expected.margins()
                .forEach((level, margin) -> assertEquals(
                        margin, sample.margin(new Confidence(level)).orElseThrow(), margin * 1e-10, "at " + level));
        double margin = sample.margin(Confidence.USUAL).orElseThrow();
        assertEquals(expected.low99(), expected.mean() - margin, margin * 1e-10);
        assertEquals(expected.high99(), expected.mean() + margin, margin * 1e-10);
    }

    @Test
    void all_noValue_areNotDefined() {
        Sample none = new Sample(List.of());
        Figure reason = new Figure.Undefined("there is no value");
        assertEquals(
                List.of(reason, reason, reason),
                List.of(none.mean(), none.standardDeviation(), none.margin(Confidence.USUAL)));
    }

    @Test
    void spread_oneValue_isNotDefined() {
        Sample one = new Sample(List.of(0.5));
        Figure reason = new Figure.Undefined("one value has no spread");
        assertEquals(
                List.of(new Figure.Defined(0.5), reason, reason),
                List.of(one.mean(), one.standardDeviation(), one.margin(Confidence.USUAL)));
    }

    @Test
    void margin_valuesThatOnlyRoundingSetsApart_saysThatTheyAreEqual() {
        Sample same = new Sample(List.of(0.8 - 0.7, 0.9 - 0.8, 0.1));
        assertEquals(new Figure.Defined(0), same.standardDeviation());
        assertEquals(new Figure.Undefined("all 3 values are equal"), same.margin(Confidence.USUAL));
    }

    @Test
    void margin_allZero_saysThatTheyAreEqual() {
        assertEquals(
                new Figure.Undefined("all 2 values are equal"),
                new Sample(List.of(0.0, -0.0)).margin(Confidence.USUAL));
    }

    @Property
    void mean_any_liesBetweenTheValuesAndGrowsSurerWithLess(
            @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = -1, max = 1) Double> values) {
        Sample sample = new Sample(values);
        double mean = sample.mean().orElseThrow();
        assertTrue(values.stream().anyMatch(value -> value <= mean + 1e-15));
        assertTrue(values.stream().anyMatch(value -> value >= mean - 1e-15));
        if (sample.margin(Confidence.USUAL) instanceof Figure.Defined wide) {
            assertTrue(wide.value() > sample.margin(new Confidence(0.9)).orElseThrow());
        }
    }

    @Test
    void sample_notANumber_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Sample(List.of(0.5, Double.NaN)));
    }

    @Test
    void confidence_outOfRange_isRefused() {
        for (double level : List.of(0.0, 1.0, -1.0, 99.0, Double.NaN)) {
            assertThrows(IllegalArgumentException.class, () -> new Confidence(level));
        }
    }

    @Test
    void confidence_asText_isInPerCent() {
        assertEquals("99 %", Confidence.USUAL.toString());
        assertEquals("99.9 %", new Confidence(0.999).toString());
        assertEquals("50 %", new Confidence(0.5).toString());
    }

    /** 1 - 0.99 is a little more than 0.01 in binary, and 0.01 is not below 1 %. */
    @Test
    void rejects_pAtTheLevel_doesNot() {
        assertEquals(
                List.of(false, true, true),
                Stream.of(0.01, 0.0099999, 0.0).map(Confidence.USUAL::rejects).toList());
    }
}
