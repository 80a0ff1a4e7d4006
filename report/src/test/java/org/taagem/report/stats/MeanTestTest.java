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

class MeanTestTest {
    private static final SciPy SCIPY = SciPy.read();

    static Stream<SciPy.Test> welch() {
        return SCIPY.welch().stream();
    }

    static Stream<SciPy.Test> paired() {
        return SCIPY.paired().stream();
    }

    private static Sample of(Double... values) {
        return new Sample(List.of(values));
    }

    /**
     * By hand: means 2 and 5, variances 1 and 1, so a standard error of the root of 2 / 3, 4 degrees of freedom; in pooled
     * standard deviations -3, times 1 - 3 / 15 for so few.
     */
    @Test
    void welch_threeAndThree_isThatWorkedOutByHand() {
        MeanTest test = MeanTest.welch(of(1.0, 2.0, 3.0), of(4.0, 5.0, 6.0));
        assertEquals(-3, test.difference().orElseThrow(), 1e-15);
        assertEquals(-3 / Math.sqrt(2 / 3.0), test.t().orElseThrow(), 1e-14);
        assertEquals(4, test.degreesOfFreedom().orElseThrow(), 1e-12);
        assertEquals(-2.4, test.effectSize().orElseThrow(), 1e-14);
    }

    /** By hand: differences 1, 2 and 3, so a mean of 2, a deviation of 1, and t = 2 root 3 with 2 degrees of freedom. */
    @Test
    void paired_threePairs_isThatWorkedOutByHand() {
        MeanTest test = MeanTest.paired(of(2.0, 5.0, 5.0), of(1.0, 3.0, 2.0));
        assertEquals(2, test.difference().orElseThrow(), 1e-15);
        assertEquals(2 * Math.sqrt(3), test.t().orElseThrow(), 1e-14);
        assertEquals(2, test.degreesOfFreedom().orElseThrow());
        assertEquals(2, test.effectSize().orElseThrow(), 1e-14);
    }

    @ParameterizedTest
    @MethodSource("welch")
    void welch_samplesOfSciPy_isAsThere(SciPy.Test expected) {
        assertAsThere(expected, MeanTest.welch(SCIPY.sample(expected.a()), SCIPY.sample(expected.b())));
    }

    @ParameterizedTest
    @MethodSource("paired")
    void paired_samplesOfSciPy_isAsThere(SciPy.Test expected) {
        Sample a = SCIPY.sample(expected.a());
        Sample b = SCIPY.sample(expected.b());
        int pairs = Math.min(a.size(), b.size());
        assertAsThere(expected, MeanTest.paired(first(a, pairs), first(b, pairs)));
    }

    private static Sample first(Sample sample, int count) {
        return new Sample(sample.values().subList(0, count));
    }

    private static void assertAsThere(SciPy.Test expected, MeanTest test) {
        assertEquals(expected.t(), test.t().orElseThrow(), Math.abs(expected.t()) * 1e-9);
        assertEquals(expected.df(), test.degreesOfFreedom().orElseThrow(), expected.df() * 1e-9);
        assertEquals(expected.p(), test.p().orElseThrow(), expected.p() * 1e-8);
        assertEquals(expected.effect(), test.effectSize().orElseThrow(), Math.abs(expected.effect()) * 1e-9);
        double margin = test.margin(Confidence.USUAL).orElseThrow();
        double difference = test.difference().orElseThrow();
        assertEquals(expected.low99(), difference - margin, margin * 1e-9);
        assertEquals(expected.high99(), difference + margin, margin * 1e-9);
    }

    @Test
    void welch_oneValue_isNotDefinedButTheDifferenceIs() {
        MeanTest test = MeanTest.welch(of(0.75), of(0.5, 0.5));
        assertEquals(new Figure.Defined(0.25), test.difference());
        assertUndefined("a group has one value only", test);
    }

    @Test
    void welch_noValue_isNotDefined() {
        MeanTest test = MeanTest.welch(of(0.75, 0.8), of());
        assertEquals(new Figure.Undefined("there is no value"), test.difference());
        assertUndefined("a group has no value", test);
    }

    @Test
    void welch_neitherVaries_isNotDefined() {
        assertUndefined("neither group varies", MeanTest.welch(of(0.75, 0.75), of(0.5, 0.5, 0.5)));
    }

    @Test
    void welch_equalMeans_findsNothing() {
        MeanTest test = MeanTest.welch(of(0.25, 0.75), of(0.5, 0.5));
        assertEquals(new Figure.Defined(0), test.t());
        assertEquals(new Figure.Defined(1), test.p());
    }

    @Test
    void paired_samePlusRounding_isNotDefined() {
        assertUndefined("all pairs differ by the same", MeanTest.paired(of(0.8, 0.9, 0.4), of(0.7, 0.8, 0.3)));
        assertUndefined("all pairs differ by the same", MeanTest.paired(of(0.8, 0.9), of(0.8, 0.9)));
    }

    @Test
    void paired_onePair_isNotDefined() {
        assertUndefined("a group has one value only", MeanTest.paired(of(0.8), of(0.7)));
    }

    @Test
    void paired_unequalSizes_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> MeanTest.paired(of(0.8, 0.7), of(0.7)));
    }

    @Property
    void welch_swapped_isTheOpposite(
            @ForAll @Size(min = 2, max = 9) List<@DoubleRange(min = 0, max = 1) Double> a,
            @ForAll @Size(min = 2, max = 9) List<@DoubleRange(min = 0, max = 1) Double> b) {
        MeanTest test = MeanTest.welch(new Sample(a), new Sample(b));
        MeanTest swapped = MeanTest.welch(new Sample(b), new Sample(a));
        assertEquals(test.t() instanceof Figure.Defined, swapped.t() instanceof Figure.Defined);
        if (test.t() instanceof Figure.Defined t) {
            assertEquals(-t.value(), swapped.t().orElseThrow(), 1e-9 * Math.abs(t.value()));
            assertEquals(test.p().orElseThrow(), swapped.p().orElseThrow(), 1e-9);
        }
    }

    private static void assertUndefined(String reason, MeanTest test) {
        Figure none = new Figure.Undefined(reason);
        assertEquals(
                List.of(none, none, none, none, none),
                List.of(test.t(), test.degreesOfFreedom(), test.p(), test.effectSize(), test.margin(Confidence.USUAL)));
    }
}
