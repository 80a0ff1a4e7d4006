package org.taagem.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AccuracyMatrixTest {
    @Test
    void get_learnedAndTested_areRowAndColumn() {
        AccuracyMatrix r = AccuracyMatrix.of(List.of(List.of(0.9, 0.1), List.of(0.6, 0.8)));

        assertEquals(OptionalDouble.of(0.1), r.get(0, 1));
        assertEquals(OptionalDouble.of(0.6), r.get(1, 0));
        assertEquals(2, r.tasks());
    }

    @Test
    void get_notTested_isAbsent() {
        AccuracyMatrix r = new AccuracyMatrix(List.of(
                List.of(OptionalDouble.of(0.9), OptionalDouble.empty()),
                List.of(OptionalDouble.of(0.6), OptionalDouble.of(0.8))));

        assertEquals(OptionalDouble.empty(), r.get(0, 1));
        assertTrue(r.isComplete());
    }

    @Test
    void isComplete_oneRowShort_isFalse() {
        assertFalse(AccuracyMatrix.of(List.of(List.of(0.9, 0.1))).isComplete());
        assertFalse(AccuracyMatrix.of(List.of()).isComplete());
        assertTrue(AccuracyMatrix.of(List.of(List.of(0.9))).isComplete());
    }

    @Test
    void tasks_noRow_isZero() {
        assertEquals(0, AccuracyMatrix.of(List.of()).tasks());
    }

    @Test
    void constructor_rowsChangedLater_keepsItsOwn() {
        List<Double> row = new ArrayList<>(List.of(0.5));
        AccuracyMatrix r = AccuracyMatrix.of(List.of(row));

        row.set(0, 0.7);

        assertEquals(OptionalDouble.of(0.5), r.get(0, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
    void constructor_accuracyOutOfRange_isRefused(double accuracy) {
        assertEquals("accuracy is " + accuracy + "; expected 0..1", refusal(List.of(List.of(accuracy))));
    }

    @Test
    void constructor_raggedRows_areRefused() {
        assertEquals("a row has 1 accuracies, the first 2", refusal(List.of(List.of(0.9, 0.1), List.of(0.6))));
    }

    @Test
    void constructor_moreRowsThanTasks_areRefused() {
        assertEquals(
                "there are 2 rows for 1 tasks; expected no more rows than tasks",
                refusal(List.of(List.of(0.9), List.of(0.6))));
    }

    private static String refusal(List<List<Double>> rows) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> AccuracyMatrix.of(rows))
                .getMessage());
    }
}
