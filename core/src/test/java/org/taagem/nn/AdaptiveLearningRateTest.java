package org.taagem.nn;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.testing.ParityVectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class AdaptiveLearningRateTest {
    @Test
    void next_lossesOfTheOriginal_isExactlyItsRate() {
        JsonNode original = ParityVectors.read("learning_rate.json");
        JsonNode losses = original.get("losses");
        LearningRate rate = new AdaptiveLearningRate(original.get("lr_init").doubleValue());

        assertEquals(400, losses.size());
        for (int i = 0; i < losses.size(); i++) {
            double expected = original.get("lr_after").get(i).doubleValue();
            assertEquals(expected, rate.next(losses.get(i).doubleValue()), "after loss " + i);
        }
    }

    private static double feed(LearningRate rate, double loss, int times) {
        double last = 0;
        for (int i = 0; i < times; i++) {
            last = rate.next(loss);
        }
        return last;
    }

    @Test
    void next_lossStagnates_shrinksAfterSixWithoutImprovement() {
        LearningRate rate = new AdaptiveLearningRate(0.01);

        assertEquals(0.01, feed(rate, 1, 6));
        assertEquals(0.01 * 0.9999, feed(rate, 1, 1));
        assertEquals(0.01 * 0.9999, feed(rate, 1, 5));
        assertEquals(0.01 * 0.9999 * 0.9999, feed(rate, 1, 1));
    }

    @Test
    void next_lossImprovesByMoreThanTheThreshold_startsCountingAnew() {
        LearningRate rate = new AdaptiveLearningRate(0.01);
        feed(rate, 1, 6);

        assertEquals(0.01, rate.next(0.9998));
        assertEquals(0.01, feed(rate, 0.9998, 5));
        // not an improvement: the threshold is 0.9998 * (1 - 1e-4)
        assertEquals(0.01 * 0.9999, rate.next(0.9998 - 0.9e-4));
    }

    @Test
    void next_sixSpikesInARow_returnToTheStart() {
        LearningRate rate = new AdaptiveLearningRate(0.01);
        feed(rate, 1, 100);

        double shrunk = feed(rate, 2.5, 5);
        assertEquals(true, shrunk < 0.01);
        assertEquals(0.01, rate.next(2.5));
    }

    @Test
    void next_spikesInterrupted_doNotReturnToTheStart() {
        LearningRate rate = new AdaptiveLearningRate(0.01);
        feed(rate, 1, 100);
        feed(rate, 2.5, 5);
        rate.next(1.5);

        assertEquals(true, feed(rate, 2.5, 5) < 0.01);
    }

    @Test
    void next_stagnatesForEver_neverFallsBelowTheMinimum() {
        assertEquals(1e-5, feed(new AdaptiveLearningRate(1.1e-5), 1, 10_000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void new_rateNotAboveZero_isRefused(double rate) {
        String expected = "learning rate is " + rate + "; expected a number above 0";

        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, () -> new AdaptiveLearningRate(rate))
                        .getMessage());
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, () -> LearningRate.constant(rate))
                        .getMessage());
    }
}
