package org.taagem.metrics;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class StorageMetricsTest {
    @Test
    void storageEfficiency_memoryThatGrows_isMeanShareOfTheDataThatIsNotKept() {
        // (10 + 30) / 2 of 160
        assertEquals(new Figure.Defined(0.875), StorageMetrics.storageEfficiency(List.of(10, 30), List.of(60, 100)));
    }

    @Test
    void storageEfficiency_nothingKept_isOne() {
        assertEquals(new Figure.Defined(1), StorageMetrics.storageEfficiency(List.of(0), List.of(50)));
    }

    @Test
    void storageEfficiency_moreKeptThanThereIs_isZero() {
        assertEquals(new Figure.Defined(0), StorageMetrics.storageEfficiency(List.of(80, 80), List.of(30, 30)));
    }

    @Test
    void storageEfficiency_tasksMissing_isNotDefined() {
        assertEquals(
                new Figure.Undefined("only 1 of 2 tasks learned"),
                StorageMetrics.storageEfficiency(List.of(10), List.of(50, 50)));
        assertEquals(
                new Figure.Undefined("no task has been learned"),
                StorageMetrics.storageEfficiency(List.of(), List.of(50, 50)));
    }
}
