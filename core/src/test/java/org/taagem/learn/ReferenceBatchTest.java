package org.taagem.learn;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
