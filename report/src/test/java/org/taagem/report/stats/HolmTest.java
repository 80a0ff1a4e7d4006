package org.taagem.report.stats;

import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.metrics.Figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HolmTest {
    static Stream<SciPy.Family> families() {
        return SciPy.read().holm().stream();
    }

    private static List<Figure> figures(List<Double> values) {
        return values.stream().<Figure>map(Figure.Defined::new).toList();
    }

    /** By hand: 0.01 x 3; then 0.02 x 2 = 0.04; then 0.03 x 1, which must not be less than the one before. */
    @Test
    void adjust_threeValues_areThoseWorkedOutByHand() {
        List<Figure> adjusted = Holm.adjust(figures(List.of(0.03, 0.01, 0.02)));
        assertEquals(0.04, adjusted.get(0).orElseThrow(), 1e-15);
        assertEquals(0.03, adjusted.get(1).orElseThrow(), 1e-15);
        assertEquals(0.04, adjusted.get(2).orElseThrow(), 1e-15);
    }

    @ParameterizedTest
    @MethodSource("families")
    void adjust_familyOfStatsmodels_isAsThere(SciPy.Family family) {
        List<Figure> adjusted = Holm.adjust(figures(family.p()));
        for (int i = 0; i < adjusted.size(); i++) {
            assertEquals(family.adjusted().get(i), adjusted.get(i).orElseThrow(), 1e-15);
        }
    }

    @Test
    void adjust_oneNotDefined_staysSoAndDoesNotCount() {
        Figure none = new Figure.Undefined("no");
        assertEquals(
                List.of(none, new Figure.Defined(0.02), new Figure.Defined(0.5)),
                Holm.adjust(List.of(none, new Figure.Defined(0.01), new Figure.Defined(0.5))));
        assertEquals(List.of(), Holm.adjust(List.of()));
    }

    @Property
    void adjust_any_isNeverSmallerAndKeepsTheOrder(@ForAll List<@DoubleRange(min = 0, max = 1) Double> p) {
        List<Figure> adjusted = Holm.adjust(figures(p));
        for (int i = 0; i < p.size(); i++) {
            double value = adjusted.get(i).orElseThrow();
            assertTrue(value >= p.get(i) && value <= 1);
            for (int j = 0; j < p.size(); j++) {
                assertTrue(p.get(i) > p.get(j) || value <= adjusted.get(j).orElseThrow());
            }
        }
    }
}
