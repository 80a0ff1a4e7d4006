package org.taagem.data;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.taagem.random.SeededRandom;
import org.taagem.random.Shuffle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class FeatureVectorTest {
    @Test
    void permuted_someFeatures_moveToTheirDestinations() {
        FeatureVector vector = FeatureVector.of(7, 0, 8, 9);

        assertEquals(FeatureVector.of(8, 9, 7, 0), vector.permuted(new int[] {2, 3, 0, 1}));
        assertEquals(vector, vector.permuted(new int[] {0, 1, 2, 3}));
    }

    @Property
    void permuted_anyVector_isWhatMovingEveryFeatureGives(
            @ForAll @IntRange(min = 0, max = 200) int length, @ForAll long seed) {
        SeededRandom random = new SeededRandom(seed);
        int[] destinations = Shuffle.permutation(length, random);
        float[] dense = new float[length];
        float[] moved = new float[length];
        for (int i = 0; i < length; i++) {
            dense[i] = random.nextInt(3) == 0 ? 1 + i : 0;
            moved[destinations[i]] = dense[i];
        }

        assertEquals(FeatureVector.of(moved), FeatureVector.of(dense).permuted(destinations));
    }

    @Test
    void permuted_wrongDestinations_saysWhatIsWrong() {
        FeatureVector vector = FeatureVector.of(1, 2, 0);

        assertEquals(
                "there are 2 destinations; expected one for each of 3 features",
                assertThrows(IllegalArgumentException.class, () -> vector.permuted(new int[] {0, 1}))
                        .getMessage());
        assertEquals(
                "2 features move to 1 destinations; expected one for each",
                assertThrows(IllegalArgumentException.class, () -> vector.permuted(new int[] {1, 1, 0}))
                        .getMessage());
    }

    @Test
    void ofNonZero_entriesOfAVector_givesThatVector() {
        FeatureVector vector = FeatureVector.of(0, 2, 0, -3);

        assertEquals(vector, FeatureVector.ofNonZero(4, vector.indices(), vector.values()));
        assertEquals(FeatureVector.of(0, 0), FeatureVector.ofNonZero(2, new int[0], new float[0]));
    }

    @Test
    void ofNonZero_anythingElse_isRefused() {
        assertNotSparse(new int[] {1, 1}, 2, 3);
        assertNotSparse(new int[] {2, 1}, 2, 3);
        assertNotSparse(new int[] {-1}, 2);
        assertNotSparse(new int[] {4}, 2);
        assertNotSparse(new int[] {1}, 0);
        assertNotSparse(new int[] {1}, Float.NaN);
        assertNotSparse(new int[] {1}, Float.NEGATIVE_INFINITY);
        assertNotSparse(new int[] {1, 2}, 2);
        assertNotSparse(new int[] {1}, 2, 3);
    }

    private static void assertNotSparse(int[] indices, float... values) {
        assertThrows(IllegalArgumentException.class, () -> FeatureVector.ofNonZero(4, indices, values));
    }
}
