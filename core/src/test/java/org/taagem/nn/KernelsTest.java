package org.taagem.nn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The choice where there is no kernel but the plain one. */
class KernelsTest {
    private static final long SECOND = 1_000_000_000;
    private static final String NONE = "there is no other kernel on the class path (taagem-simd has one)";

    @Test
    void select_plain_isPlainWithoutAnyReason() {
        Kernels.Selection selection = Kernels.select(KernelChoice.PLAIN);

        assertEquals("plain", selection.kernel().description());
        assertEquals("", selection.reason());
    }

    @Test
    void select_autoWithoutOthers_isPlainAndSaysWhy() {
        Kernels.Selection selection = Kernels.select(KernelChoice.AUTO);

        assertEquals("plain", selection.kernel().name());
        assertEquals(NONE, selection.reason());
    }

    @Test
    void select_simdWithoutIt_isRefused() {
        IllegalStateException e = assertThrows(IllegalStateException.class, () -> Kernels.select(KernelChoice.SIMD));

        assertEquals("kernel is simd, which is not to be had: " + NONE, e.getMessage());
    }

    @Test
    void fasterOf_otherBits_isThePlainOne() {
        Kernels.Selection selection = KernelTrial.fasterOf(Kernels.plain(), new Wrong(), SECOND);

        assertEquals("plain", selection.kernel().name());
        assertEquals("wrong gave other numbers on this machine; please report it", selection.reason());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void fasterOf_otherBitsInOneProductOnly_isThePlainOne(int product) {
        Kernels.Selection selection = KernelTrial.fasterOf(Kernels.plain(), new WrongInOne(product), SECOND);

        assertEquals("wrong in one gave other numbers on this machine; please report it", selection.reason());
    }

    @Test
    void fit_moreThanAnArrayHolds_isOnlySaidOfSeparateRows() {
        assertTrue(Rows.fit(Rows.Layout.CONTIGUOUS, 46_000, 46_000));
        assertFalse(Rows.fit(Rows.Layout.CONTIGUOUS, 50_000, 50_000));
        assertTrue(Rows.fit(Rows.Layout.SEPARATE, 50_000, 50_000));
    }

    @Test
    void fasterOf_slowerKernel_isThePlainOne() {
        Kernels.Selection selection = KernelTrial.fasterOf(Kernels.plain(), new Slow(), SECOND);

        assertEquals("plain", selection.kernel().name());
        assertTrue(selection.reason().endsWith(" times as fast as slow"), selection.reason());
    }

    /** Forgets everything, and is fast at it. */
    private static final class Wrong implements Kernel {
        @Override
        public String name() {
            return "wrong";
        }

        @Override
        public Rows.Layout layout() {
            return Rows.Layout.CONTIGUOUS;
        }

        @Override
        public void addProduct(Terms terms, Rows sources, Rows targets) {}

        @Override
        public void addProduct(Rows factors, Rows sources, Rows targets) {}

        @Override
        public void addTransposedProduct(Rows factors, Rows sources, Rows targets) {}
    }

    /** The plain kernel, but that it forgets one of the three products. */
    private static final class WrongInOne implements Kernel {
        private final Kernel plain = Kernels.plain();
        private final int product;

        WrongInOne(int product) {
            this.product = product;
        }

        @Override
        public String name() {
            return "wrong in one";
        }

        @Override
        public Rows.Layout layout() {
            return plain.layout();
        }

        @Override
        public void addProduct(Terms terms, Rows sources, Rows targets) {
            if (product != 0) {
                plain.addProduct(terms, sources, targets);
            }
        }

        @Override
        public void addProduct(Rows factors, Rows sources, Rows targets) {
            if (product != 1) {
                plain.addProduct(factors, sources, targets);
            }
        }

        @Override
        public void addTransposedProduct(Rows factors, Rows sources, Rows targets) {
            if (product != 2) {
                plain.addTransposedProduct(factors, sources, targets);
            }
        }
    }

    /** The plain kernel, but everything three times, of which two are for nothing. */
    private static final class Slow implements Kernel {
        private final Kernel plain = Kernels.plain();

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public Rows.Layout layout() {
            return plain.layout();
        }

        @Override
        public void addProduct(Terms terms, Rows sources, Rows targets) {
            plain.addProduct(terms, sources, copy(targets));
            plain.addProduct(terms, sources, copy(targets));
            plain.addProduct(terms, sources, targets);
        }

        @Override
        public void addProduct(Rows factors, Rows sources, Rows targets) {
            plain.addProduct(factors, sources, copy(targets));
            plain.addProduct(factors, sources, copy(targets));
            plain.addProduct(factors, sources, targets);
        }

        @Override
        public void addTransposedProduct(Rows factors, Rows sources, Rows targets) {
            plain.addTransposedProduct(factors, sources, copy(targets));
            plain.addTransposedProduct(factors, sources, copy(targets));
            plain.addTransposedProduct(factors, sources, targets);
        }

        private Rows copy(Rows rows) {
            Rows copy = new Rows(layout(), rows.count(), rows.width());
            copy.copyAll(0, rows);
            return copy;
        }
    }
}
