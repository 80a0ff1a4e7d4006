package org.taagem.learn;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ReferenceBatchTest {
    @Test
    void size_batch_isThatOfTheBatch() {
        assertEquals(10, ReferenceBatch.BATCH.size(10));
    }

    @Test
    void size_all_is256WhateverTheBatch() {
        assertEquals(256, ReferenceBatch.ALL.size(10));
        assertEquals(256, ReferenceBatch.ALL.size(1000));
    }

    @Test
    void size_number_isThatWhateverTheBatch() {
        assertEquals(1, ReferenceBatch.of(1).size(10));
        assertEquals(Integer.MAX_VALUE, ReferenceBatch.of(Integer.MAX_VALUE).size(10));
    }

    @Test
    void of_noSample_isRefused() {
        assertEquals(
                "a reference batch of 0 samples; expected at least 1",
                assertThrows(IllegalArgumentException.class, () -> ReferenceBatch.of(0))
                        .getMessage());
    }

    @Test
    void toString_any_isAsInAConfiguration() {
        assertEquals("batch", ReferenceBatch.BATCH.toString());
        assertEquals("all", ReferenceBatch.ALL.toString());
        assertEquals("33", ReferenceBatch.of(33).toString());
    }
}
