package org.taagem.metrics;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PrequentialAccuracyTest {
    @Test
    void inWindow_fivePredictions_countsTheLastThree() {
        PrequentialAccuracy accuracy = new PrequentialAccuracy(3);
        assertEquals(Double.NaN, accuracy.overall());
        assertEquals(Double.NaN, accuracy.inWindow());

        accuracy.add(true);
        accuracy.add(false);
        assertEquals(1 / 2.0, accuracy.inWindow());
        accuracy.add(true);
        accuracy.add(true);
        accuracy.add(true);

        assertEquals(4 / 5.0, accuracy.overall());
        assertEquals(1, accuracy.inWindow());
        assertEquals(3, accuracy.windowSize());
        assertArrayEquals(new boolean[] {true, true, true}, accuracy.last());
        accuracy.add(false);
        assertEquals(2 / 3.0, accuracy.inWindow());
        assertArrayEquals(new boolean[] {true, true, false}, accuracy.last());
    }

    @Test
    void new_widerWindow_knowsNoMoreThanTheNarrowOneDid() {
        PrequentialAccuracy wider = new PrequentialAccuracy(10, 5, 4, new boolean[] {true, false, true});

        assertEquals(3, wider.windowSize());
        assertEquals(2 / 3.0, wider.inWindow());
        assertEquals(4 / 5.0, wider.overall());
        wider.add(true);
        assertEquals(4, wider.windowSize());
        assertEquals(3 / 4.0, wider.inWindow());
        assertEquals(5 / 6.0, wider.overall());
    }

    @Test
    void new_narrowerWindow_keepsTheLast() {
        PrequentialAccuracy narrower = new PrequentialAccuracy(2, 5, 4, new boolean[] {false, true, true});

        assertArrayEquals(new boolean[] {true, true}, narrower.last());
        assertEquals(5, narrower.tested());
    }

    @Test
    void new_numbersThatCannotBe_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PrequentialAccuracy(0));
        assertThrows(IllegalArgumentException.class, () -> new PrequentialAccuracy(3, 1, 1, new boolean[2]));
        assertThrows(IllegalArgumentException.class, () -> new PrequentialAccuracy(3, 2, 0, new boolean[] {true}));
        assertThrows(IllegalArgumentException.class, () -> new PrequentialAccuracy(3, 2, 2, new boolean[] {false}));
    }

    @Property(tries = 200)
    void inWindow_anyPredictions_isTheMeanOfTheLast(
            @ForAll List<Boolean> predictions, @ForAll @IntRange(min = 1, max = 8) int window) {
        PrequentialAccuracy accuracy = new PrequentialAccuracy(window);
        predictions.forEach(accuracy::add);

        List<Boolean> last = predictions.subList(Math.max(0, predictions.size() - window), predictions.size());
        assertEquals(
                last.stream().mapToInt(isRight -> isRight ? 1 : 0).average().orElse(Double.NaN), accuracy.inWindow());
        assertEquals(
                predictions.stream()
                        .mapToInt(isRight -> isRight ? 1 : 0)
                        .average()
                        .orElse(Double.NaN),
                accuracy.overall());
    }
}
