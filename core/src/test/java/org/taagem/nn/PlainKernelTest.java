package org.taagem.nn;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.random.SeededRandom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

class PlainKernelTest {
    private static final int MOST_TERMS = 9;
    private static final int ROWS = 5;
    private static final int MARGIN = 3;

    private final Kernel kernel = new PlainKernel();
    private final SeededRandom random = new SeededRandom(11);

    static IntStream widths() {
        return IntStream.concat(IntStream.rangeClosed(0, 40), IntStream.of(1021));
    }

    /** What every kernel must give to the bit: one fused multiply-add after the other, in the order of the terms. */
    private static void addRowsNaively(float[] target, int width, float[][] rows, Kernel.Terms terms) {
        for (int k = terms.from; k < terms.to; k++) {
            for (int j = 0; j < width; j++) {
                target[j] = Math.fma(terms.values[k], rows[terms.indices[k]][j], target[j]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("widths")
    void addRows_anyCountOfTerms_isBitForBitTheNaiveSum(int width) {
        float[][] rows = new float[ROWS][];
        for (int r = 0; r < ROWS; r++) {
            rows[r] = draw(width + r % MARGIN);
        }
        for (int from = 0; from < 3; from++) {
            for (int count = 0; count <= MOST_TERMS; count++) {
                Kernel.Terms terms = new Kernel.Terms();
                terms.set(random.ints(from + count + 1, 0, ROWS).toArray(), draw(from + count + 1), from, from + count);
                // longer than the width: the rest must stay as it is
                float[] expected = draw(width + MARGIN);
                float[] actual = expected.clone();

                addRowsNaively(expected, width, rows, terms);
                kernel.addRows(actual, width, rows, terms);

                assertArrayEquals(expected, actual, "width " + width + ", terms " + from + ".." + (from + count));
            }
        }
    }

    /** Often enough that the compiler has replaced the loops by vector instructions long before the end. */
    @Test
    void addRows_onceCompiled_isStillBitForBitTheNaiveSum() {
        int width = 203;
        float[][] rows = {draw(width), draw(width), draw(width)};
        float[] expected = draw(width);
        float[] actual = expected.clone();
        Kernel.Terms terms = new Kernel.Terms();
        terms.set(new int[] {0, 2, 1, 1, 0, 2, 1}, draw(7), 0, 7);

        for (int i = 0; i < 20_000; i++) {
            addRowsNaively(expected, width, rows, terms);
            kernel.addRows(actual, width, rows, terms);

            assertArrayEquals(expected, actual);
        }
    }

    /** In single steps 1 + 2^-24 is 1; fused with the product, it rounds up. */
    @Test
    void addRows_productNeedsMoreThanAFloat_isRoundedOnce() {
        float[] target = {1};
        Kernel.Terms terms = new Kernel.Terms();
        terms.set(new int[] {0}, new float[] {1 + 0x1p-12f}, 0, 1);

        kernel.addRows(target, 1, new float[][] {{0x1p-24f}}, terms);

        assertArrayEquals(new float[] {1 + 0x1p-23f}, target);
    }

    private float[] draw(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }
}
