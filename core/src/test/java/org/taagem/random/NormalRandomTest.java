package org.taagem.random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class NormalRandomTest {
    @Test
    void fill_manyValues_haveTheMomentsOfTheNormalDistribution() {
        float[] values = new float[1_000_003];
        new NormalRandom(new SeededRandom(3)).fill(values);

        double[] moments = new double[5];
        int within = 0;
        for (float value : values) {
            for (int power = 1; power < moments.length; power++) {
                moments[power] += Math.pow(value, power) / values.length;
            }
            within += Math.abs(value) < 1 ? 1 : 0;
        }
        assertArrayEquals(new double[] {0, 0, 1, 0, 3}, moments, 0.02);
        assertEquals(0.6827, (double) within / values.length, 0.002);
    }

    @Test
    void fill_sameSeed_givesTheSame() {
        float[] one = new float[7];
        float[] other = new float[7];
        new NormalRandom(new SeededRandom(3)).fill(one);
        new NormalRandom(new SeededRandom(3)).fill(other);

        assertArrayEquals(one, other);
    }
}
