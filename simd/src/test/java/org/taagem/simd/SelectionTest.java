package org.taagem.simd;

import org.junit.jupiter.api.Test;
import org.taagem.nn.KernelChoice;
import org.taagem.nn.Kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SelectionTest {
    @Test
    void select_simd_isThisOne() {
        assertInstanceOf(SimdKernel.class, Kernels.select(KernelChoice.SIMD).kernel());
    }

    /** Which of the two is faster depends on machine and luck; that they agree does not. */
    @Test
    void select_auto_isTheFasterOfTwoThatAgree() {
        Kernels.Selection selection = Kernels.select(KernelChoice.AUTO);

        String other = selection.kernel().name().equals("simd") ? "plain" : "simd";
        assertTrue(selection.reason().matches("\\d+\\.\\d times as fast as " + other), selection.reason());
    }

    @Test
    void select_plain_isPlain() {
        assertEquals("plain", Kernels.select(KernelChoice.PLAIN).kernel().name());
    }
}
