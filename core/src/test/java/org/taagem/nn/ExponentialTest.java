package org.taagem.nn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.random.SeededRandom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExponentialTest {
    @Test
    void of_manyNumbers_isWithinTwoUnitsInTheLastPlace() {
        SeededRandom random = new SeededRandom(1);
        for (int i = 0; i < 1_000_000; i++) {
            double x = -708 * Math.pow(random.nextDouble(), 3);
            double expected = StrictMath.exp(x);

            assertTrue(Math.abs(Exponential.of(x) - expected) <= 2 * Math.ulp(expected), () -> "exp of " + x);
        }
    }

    @Test
    void of_zero_isExactlyOne() {
        assertEquals(1, Exponential.of(0.0));
        assertEquals(1, Exponential.of(-0.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-708.1, -1e300, Double.NEGATIVE_INFINITY})
    void of_farBelowZero_isZero(double x) {
        assertEquals(0, Exponential.of(x));
    }

    @Test
    void of_notANumber_isNotANumber() {
        assertEquals(Double.NaN, Exponential.of(Double.NaN));
    }
}
