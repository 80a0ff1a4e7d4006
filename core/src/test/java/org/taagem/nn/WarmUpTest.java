package org.taagem.nn;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class WarmUpTest {
    @Test
    void next_fourSteps_growsToTheFullRateAndStaysThere() {
        LearningRate rate = new WarmUp(LearningRate.constant(0.5), 4);

        assertEquals(
                List.of(0.125, 0.25, 0.375, 0.5, 0.5),
                IntStream.range(0, 5).mapToObj(step -> rate.next(1)).toList());
    }

    /** The loss stagnates from the second step on, and after more than five such steps the rate shrinks. */
    @Test
    void next_rateThatAdapts_adaptsAllTheWhile() {
        LearningRate rate = new WarmUp(new AdaptiveLearningRate(0.01), 10);
        IntStream.range(0, 6).forEach(step -> rate.next(1));

        assertEquals(0.01 * 0.9999 * 7 / 10, rate.next(1));
    }

    @Test
    void steps_none_areRefused() {
        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> new WarmUp(LearningRate.constant(0.5), 0));
        assertEquals("a warm-up of 0 steps; expected at least 1", refusal.getMessage());
    }
}
