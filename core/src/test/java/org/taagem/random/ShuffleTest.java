package org.taagem.random;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShuffleTest {
    @Property
    void permutation_anyCount_isABijection(@ForAll long seed, @ForAll @IntRange(max = 800) int count) {
        int[] permutation = Shuffle.permutation(count, new SeededRandom(seed));

        int[] sorted = permutation.clone();
        Arrays.sort(sorted);
        assertArrayEquals(IntStream.range(0, count).toArray(), sorted);
    }

    @Property
    void inPlace_anyNumbers_keepsThemAll(@ForAll int[] numbers, @ForAll long seed) {
        int[] shuffled = numbers.clone();
        Shuffle.inPlace(shuffled, new SeededRandom(seed));

        assertArrayEquals(
                Arrays.stream(numbers).sorted().toArray(),
                Arrays.stream(shuffled).sorted().toArray());
    }

    @Test
    void permutation_ofThree_everyOrderIsAboutEquallyLikely() {
        SeededRandom random = new SeededRandom(3);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 6000; i++) {
            counts.merge(Arrays.toString(Shuffle.permutation(3, random)), 1, Integer::sum);
        }

        assertEquals(6, counts.size());
        // standard deviation: sqrt(6000 * 1/6 * 5/6) = 29
        counts.forEach((order, count) ->
                assertTrue(Math.abs(count - 1000) < 5 * 29, () -> order + " came " + count + " times of 6000"));
    }
}
