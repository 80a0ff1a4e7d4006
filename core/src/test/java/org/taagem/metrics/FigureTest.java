package org.taagem.metrics;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FigureTest {
    @Test
    void of_number_isDefined() {
        Figure figure = Figure.of(OptionalDouble.of(0.5), "never");

        assertEquals(new Figure.Defined(0.5), figure);
        assertEquals(OptionalDouble.of(0.5), figure.toOptional());
        assertEquals(0.5, figure.orElseThrow());
    }

    @Test
    void of_nothing_keepsTheReason() {
        Figure figure = Figure.of(OptionalDouble.empty(), "there is only one task");

        assertEquals(new Figure.Undefined("there is only one task"), figure);
        assertEquals(OptionalDouble.empty(), figure.toOptional());
        assertEquals(
                "not defined: there is only one task",
                assertThrows(IllegalStateException.class, figure::orElseThrow).getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void defined_noNumber_isRefused(double value) {
        assertEquals(
                "the value is " + value + "; expected a finite number",
                assertThrows(IllegalArgumentException.class, () -> new Figure.Defined(value))
                        .getMessage());
    }

    @Test
    void undefined_withoutReason_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Figure.Undefined(" "));
    }

    /** A record has a field and a screen a line for each. */
    @Test
    void metrics_all_haveNamesOfTheirOwnThatFit() {
        List<Metric> all = List.of(Metric.values());

        assertEquals(all.size(), new HashSet<>(all.stream().map(Metric::key).toList()).size());
        assertEquals(all.size(), new HashSet<>(all.stream().map(Metric::title).toList()).size());
        for (Metric metric : Arrays.asList(Metric.values())) {
            assertTrue(metric.key().matches("[a-z_]+"), metric.key());
            assertTrue(metric.title().length() <= 21, metric.title());
            assertTrue(metric.meaning().length() <= 52, metric.meaning());
        }
    }

    @Test
    void metrics_all_sayWhichValuesAreBetter() {
        assertEquals(
                List.of(Metric.FORGETTING, Metric.STABILITY_GAP, Metric.FIRST_TASK_FORGETTING),
                Arrays.stream(Metric.values())
                        .filter(metric -> metric.better() == Metric.Better.SMALLER)
                        .toList());
        assertEquals(Metric.Better.NEITHER, Metric.PROJECTION_RATE.better());
    }
}
