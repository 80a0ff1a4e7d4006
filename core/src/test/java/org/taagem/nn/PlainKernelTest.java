package org.taagem.nn;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.random.SeededRandom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class PlainKernelTest {
    private static final int SOURCES = 11;
    private static final int TARGETS = 6;

    private final Kernel kernel = Kernels.plain();
    private final SeededRandom random = new SeededRandom(11);

    static IntStream widths() {
        return IntStream.concat(IntStream.rangeClosed(0, 40), IntStream.of(1021));
    }

    /** What every kernel must give to the bit: one fused multiply-add after the other, in the order of the sources. */
    private float[][] naiveProduct(float[][] factors, Rows sources, Rows targets) {
        float[][] expected = new float[targets.count()][targets.width()];
        for (int t = 0; t < targets.count(); t++) {
            for (int j = 0; j < targets.width(); j++) {
                expected[t][j] = targets.get(t, j);
                for (int k = 0; k < sources.count(); k++) {
                    expected[t][j] = Math.fma(factors[t][k], sources.get(k, j), expected[t][j]);
                }
            }
        }
        return expected;
    }

    @ParameterizedTest
    @MethodSource("widths")
    void addProduct_anyWidth_isBitForBitTheNaiveSum(int width) {
        Rows sources = draw(SOURCES, width);
        Rows factors = draw(TARGETS, SOURCES);
        Rows targets = draw(TARGETS, width);
        float[][] expected = naiveProduct(toArray(factors), sources, targets);

        kernel.addProduct(factors, sources, targets);

        assertArrayEquals(expected, toArray(targets));
    }

    @ParameterizedTest
    @MethodSource("widths")
    void addTransposedProduct_anyWidth_isBitForBitTheNaiveSum(int width) {
        Rows sources = draw(SOURCES, width);
        Rows transposed = draw(SOURCES, TARGETS);
        Rows factors = new Rows(kernel.layout(), TARGETS, SOURCES);
        Transposition.set(factors, transposed);
        Rows targets = draw(TARGETS, width);
        float[][] expected = naiveProduct(toArray(factors), sources, targets);

        kernel.addTransposedProduct(transposed, sources, targets);

        assertArrayEquals(expected, toArray(targets));
    }

    /** Target {@code t} gets {@code t} terms, so that every remainder of four comes up. */
    @ParameterizedTest
    @MethodSource("widths")
    void addProduct_sparse_isBitForBitTheNaiveSum(int width) {
        Rows sources = draw(SOURCES, width);
        Rows targets = draw(TARGETS, width);
        float[][] factors = new float[TARGETS][SOURCES];
        Terms terms = new Terms();
        terms.resize(TARGETS);
        for (int t = 0; t < TARGETS; t++) {
            int[] indices = IntStream.range(0, t).map(k -> 2 * k).toArray();
            float[] values = new float[t];
            for (int k = 0; k < t; k++) {
                values[k] = 2 * random.nextFloat() - 1;
                factors[t][2 * k] = values[k];
            }
            terms.set(t, indices, values, t);
        }
        float[][] expected = naiveProduct(factors, sources, targets);

        kernel.addProduct(terms, sources, targets);

        assertArrayEquals(expected, toArray(targets));
    }

    /** Often enough that the compiler has replaced the loops by vector instructions long before the end. */
    @Test
    void addProduct_onceCompiled_isStillBitForBitTheNaiveSum() {
        Rows sources = draw(3, 203);
        Rows factors = draw(2, 3);
        Rows targets = draw(2, 203);

        for (int i = 0; i < 10_000; i++) {
            float[][] expected = naiveProduct(toArray(factors), sources, targets);
            kernel.addProduct(factors, sources, targets);

            assertArrayEquals(expected, toArray(targets));
        }
    }

    /** In single steps 1 + 2^-24 is 1; fused with the product, it rounds up. */
    @Test
    void addProduct_productNeedsMoreThanAFloat_isRoundedOnce() {
        Rows targets = rowsOf(1);

        kernel.addProduct(rowsOf(1 + 0x1p-12f), rowsOf(0x1p-24f), targets);

        assertEquals(1 + 0x1p-23f, targets.get(0, 0));
    }

    private Rows rowsOf(float value) {
        Rows rows = new Rows(kernel.layout(), 1, 1);
        rows.set(0, 0, value);
        return rows;
    }

    /** Numbers in -1..1, one of four of them zero. */
    private Rows draw(int count, int width) {
        Rows rows = new Rows(kernel.layout(), count, width);
        for (int r = 0; r < count; r++) {
            for (int j = 0; j < width; j++) {
                rows.set(r, j, random.nextInt(4) == 0 ? 0 : 2 * random.nextFloat() - 1);
            }
        }
        return rows;
    }

    private static float[][] toArray(Rows rows) {
        float[][] array = new float[rows.count()][rows.width()];
        for (int r = 0; r < rows.count(); r++) {
            rows.copyTo(r, array[r], 0);
        }
        return array;
    }
}
