package org.taagem.random;

import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Numbers said to be pinned were worked out by a Python program written from the definitions. */
class SeededRandomTest {
    /** The published sequence of {@code Xoshiro256PlusPlus::seed_from_u64(0)} in Rust's rand. */
    @Test
    void nextLong_seedZero_isThePublishedSequence() {
        SeededRandom random = new SeededRandom(0);

        assertArrayEquals(
                new long[] {
                    5987356902031041503L,
                    7051070477665621255L,
                    6633766593972829180L,
                    211316841551650330L,
                    9136120204379184874L,
                    379361710973160858L
                },
                random.longs(6).toArray());
    }

    @Test
    void nextLong_lastSeed_isPinned() {
        SeededRandom random = new SeededRandom(-1);

        assertArrayEquals(
                new long[] {0x56ccf8ce948e27b2L, 0xe68588432e5a5b90L, 0xe3e9b5a48119ca8bL},
                random.longs(3).toArray());
    }

    @Test
    void nextInt_seed42_isTheUpperHalf() {
        SeededRandom random = new SeededRandom(42);

        assertEquals(-797553329, random.nextInt());
        assertEquals(1369325940, random.nextInt());
    }

    @Test
    void nextFloatAndDouble_seed42_areTheUpperBits() {
        assertEquals(0x1.a0ec9ap-1f, new SeededRandom(42).nextFloat());
        assertEquals(0x1.a0ec9a9e88ecdp-1, new SeededRandom(42).nextDouble());
    }

    @Test
    void nextInt_seed42Bounded_isPinned() {
        assertArrayEquals(new int[] {8, 3, 9, 7, 7, 5, 1, 6}, draw(10));
        // a quarter of all draws are refused at this bound
        assertArrayEquals(
                new int[] {1311530237, 513497227, 201894239, 974617922, 334551921, 1503260754, 649194991, 342754885},
                draw(3 << 29));
    }

    private static int[] draw(int bound) {
        SeededRandom random = new SeededRandom(42);
        return IntStream.range(0, 8).map(i -> random.nextInt(bound)).toArray();
    }

    @Property
    void nextInt_anyBound_staysBelowIt(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        SeededRandom random = new SeededRandom(seed);
        for (int i = 0; i < 20; i++) {
            int drawn = random.nextInt(bound);
            assertTrue(drawn >= 0 && drawn < bound, () -> drawn + " is not in 0.." + (bound - 1));
        }
    }

    /** Chi-square with k - 1 degrees of freedom: mean k - 1, variance 2 (k - 1); 5 standard deviations are allowed. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 784})
    void nextInt_manyDraws_areUniform(int bound) {
        SeededRandom random = new SeededRandom(7);
        int perCell = 1000;
        int[] counts = new int[bound];
        for (int i = 0; i < perCell * bound; i++) {
            counts[random.nextInt(bound)]++;
        }

        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += Math.pow(count - perCell, 2) / perCell;
        }
        double limit = bound - 1 + 5 * Math.sqrt(2 * (bound - 1));
        assertTrue(chiSquare < limit, "chi-square " + chiSquare + " is above " + limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void nextInt_boundBelowOne_isRefused(int bound) {
        SeededRandom random = new SeededRandom(1);

        Exception refusal = assertThrows(IllegalArgumentException.class, () -> random.nextInt(bound));
        assertEquals("bound is " + bound + "; expected at least 1", refusal.getMessage());
    }
}
