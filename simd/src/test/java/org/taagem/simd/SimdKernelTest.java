package org.taagem.simd;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.nn.Kernel;
import org.taagem.nn.Kernels;
import org.taagem.nn.Rows;
import org.taagem.nn.Terms;
import org.taagem.random.SeededRandom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The kernel against the plain one, which is tested against the definition. */
class SimdKernelTest {
    private static final int SOURCES = 9;

    private final SeededRandom random = new SeededRandom(12);
    private final Kernel plain = Kernels.plain();
    private final Kernel simd = new SimdKernel();

    /** Every remainder of strips and blocks, for vectors of any length, and one width that divides nothing. */
    static IntStream widths() {
        return IntStream.concat(IntStream.rangeClosed(0, 280), IntStream.of(1021));
    }

    @ParameterizedTest
    @MethodSource("widths")
    void addProduct_anyWidthAndCountOfTargets_isBitForBitThePlainOne(int width) {
        for (int targets = 0; targets <= 8; targets++) {
            float[][] factors = draw(targets, SOURCES);
            float[][] sources = draw(SOURCES, width);
            float[][] before = draw(targets, width);

            assertArrayEquals(
                    product(plain, factors, sources, before),
                    product(simd, factors, sources, before),
                    targets + " targets");
        }
    }

    private static float[][] product(Kernel kernel, float[][] factors, float[][] sources, float[][] before) {
        Rows targets = rows(kernel, before);
        kernel.addProduct(rows(kernel, factors), rows(kernel, sources), targets);
        return toArray(targets);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void addTransposedProduct_anyWidthAndCountOfTargets_isBitForBitThePlainOne(int width) {
        for (int targets = 0; targets <= 8; targets++) {
            float[][] factors = draw(SOURCES, targets);
            float[][] sources = draw(SOURCES, width);
            float[][] before = draw(targets, width);

            assertArrayEquals(
                    transposedProduct(plain, factors, sources, before),
                    transposedProduct(simd, factors, sources, before),
                    targets + " targets");
        }
    }

    private static float[][] transposedProduct(Kernel kernel, float[][] factors, float[][] sources, float[][] before) {
        Rows targets = rows(kernel, before);
        kernel.addTransposedProduct(rows(kernel, factors), rows(kernel, sources), targets);
        return toArray(targets);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void addProduct_sparse_isBitForBitThePlainOne(int width) {
        Terms terms = new Terms();
        terms.resize(SOURCES);
        for (int t = 0; t < SOURCES; t++) {
            terms.set(t, IntStream.range(0, t).toArray(), draw(1, t)[0], t);
        }
        float[][] sources = draw(SOURCES, width);
        float[][] before = draw(SOURCES, width);

        Rows ofPlain = rows(plain, before);
        Rows ofSimd = rows(simd, before);
        plain.addProduct(terms, rows(plain, sources), ofPlain);
        simd.addProduct(terms, rows(simd, sources), ofSimd);

        assertArrayEquals(toArray(ofPlain), toArray(ofSimd));
    }

    @Test
    void description_any_tellsTheWidthOfTheVectors() {
        assertEquals("simd", simd.name());
        assertTrue(simd.description().matches("simd \\((128|256|512) bits\\)"), simd.description());
    }

    /** Numbers in -1..1, one of four of them zero. */
    private float[][] draw(int count, int width) {
        float[][] drawn = new float[count][width];
        for (float[] row : drawn) {
            for (int j = 0; j < width; j++) {
                row[j] = random.nextInt(4) == 0 ? 0 : 2 * random.nextFloat() - 1;
            }
        }
        return drawn;
    }

    private static Rows rows(Kernel kernel, float[][] values) {
        Rows rows = new Rows(kernel.layout(), values.length, values.length == 0 ? 0 : values[0].length);
        for (int r = 0; r < values.length; r++) {
            System.arraycopy(values[r], 0, rows.array(r), rows.offset(r), values[r].length);
        }
        return rows;
    }

    private static float[][] toArray(Rows rows) {
        float[][] array = new float[rows.count()][rows.width()];
        for (int r = 0; r < rows.count(); r++) {
            System.arraycopy(rows.array(r), rows.offset(r), array[r], 0, rows.width());
        }
        return array;
    }
}
