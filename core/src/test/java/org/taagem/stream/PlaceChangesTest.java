package org.taagem.stream;

import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.taagem.random.Seeds;
import org.taagem.random.Shuffle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlaceChangesTest {
    /** The feature that goes first is drawn; whichever of the three it is, its step ends the way. */
    @Test
    void after_twoFeaturesThatTradePlaces_areThereAsSoonAsOneHasGone() {
        int[] start = {0, 1, 2};
        int[] end = {1, 0, 2};
        PlaceChanges changes = new PlaceChanges(start, end, new Seeds(1).named("drift"));

        assertArrayEquals(start, changes.after(0).clone());
        assertArrayEquals(end, changes.after(0.67).clone());
        assertArrayEquals(end, changes.after(1).clone());
    }

    @Property
    void after_anyPart_isAPermutationThatHasComeThatFar(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int features) {
        Seeds seeds = new Seeds(seed);
        int[] start = Shuffle.permutation(features, seeds.named("permutation", 0));
        int[] end = Shuffle.permutation(features, seeds.named("permutation", 1));
        PlaceChanges changes = new PlaceChanges(start, end, seeds.named("drift"));

        assertArrayEquals(start, changes.after(0).clone());
        int arrivedBefore = 0;
        for (int steps = 0; steps <= features; steps++) {
            int[] places = changes.after((steps + 0.5) / (features + 1)).clone();
            assertBijection(places);
            int arrived = arrived(places, end);
            assertTrue(arrived >= arrivedBefore, "a feature has left its last place");
            arrivedBefore = arrived;
        }
        assertArrayEquals(end, changes.after(1).clone());
    }

    private static void assertBijection(int[] places) {
        int[] sorted = places.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            assertTrue(sorted[i] == i, () -> Arrays.toString(places));
        }
    }

    private static int arrived(int[] places, int[] end) {
        int count = 0;
        for (int i = 0; i < end.length; i++) {
            count += places[i] == end[i] ? 1 : 0;
        }
        return count;
    }

    @Property
    void after_anyPart_hasAtLeastThatShareInItsLastPlace(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 100) int percent) {
        Seeds seeds = new Seeds(seed);
        int[] start = Shuffle.permutation(50, seeds.named("permutation", 0));
        int[] end = Shuffle.permutation(50, seeds.named("permutation", 1));
        PlaceChanges changes = new PlaceChanges(start, end, seeds.named("drift"));

        assertTrue(arrived(changes.after(percent / 100.0), end) >= percent / 2);
    }

    @Property
    void after_askedInAnyOrder_isTheSame(@ForAll long seed) {
        Seeds seeds = new Seeds(seed);
        int[] start = Shuffle.permutation(30, seeds.named("permutation", 0));
        int[] end = Shuffle.permutation(30, seeds.named("permutation", 1));
        PlaceChanges changes = new PlaceChanges(start, end, seeds.named("drift"));
        int[] half = changes.after(0.5).clone();

        changes.after(1);

        assertArrayEquals(half, changes.after(0.5).clone());
    }
}
