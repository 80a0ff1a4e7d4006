package org.taagem.nn;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class SoftmaxCrossEntropyTest {
    /** Logits ln 1, ln 2 and ln 5 give the probabilities 1/8, 2/8 and 5/8. */
    @Test
    void gradient_probabilitiesInEighths_isProbabilityMinusOneHot() {
        float[] logits = {0, (float) Math.log(2), (float) Math.log(5)};

        double loss = SoftmaxCrossEntropy.gradient(logits, 3, 1, 1);

        assertEquals(Math.log(4), loss, 1e-7);
        assertArrayEquals(new float[] {0.125f, -0.75f, 0.625f}, logits, 1e-7f);
    }

    @Test
    void gradient_weightOfATenth_scalesTheGradientButNotTheLoss() {
        float[] logits = {3, 3};

        double loss = SoftmaxCrossEntropy.gradient(logits, 2, 0, 0.1);

        assertEquals(Math.log(2), loss, 1e-12);
        assertArrayEquals(new float[] {-0.05f, 0.05f}, logits);
    }

    @Test
    void gradient_arrayLongerThanTheClasses_leavesTheRestAlone() {
        float[] logits = {1, 1, 99};

        assertEquals(Math.log(2), SoftmaxCrossEntropy.gradient(logits, 2, 1, 1), 1e-12);
        assertArrayEquals(new float[] {0.5f, -0.5f, 99}, logits);
    }

    @Test
    void gradient_hugeLogits_doesNotOverflow() {
        float[] right = {1e30f, -1e30f};
        float[] wrong = {1e30f, -1e30f};

        assertEquals(0, SoftmaxCrossEntropy.gradient(right, 2, 0, 1));
        assertArrayEquals(new float[] {0, 0}, right);
        assertEquals(2e30, SoftmaxCrossEntropy.gradient(wrong, 2, 1, 1), 1e24);
        assertArrayEquals(new float[] {1, -1}, wrong);
    }

    /** A label that is all but certain: 1 - p must not be lost in the rounding of p to a float. */
    @Test
    void gradient_nearlyCertain_keepsTheSmallDifference() {
        float[] logits = {20, 0};

        double loss = SoftmaxCrossEntropy.gradient(logits, 2, 0, 1);

        assertEquals(Math.log1p(Math.exp(-20)), loss, 1e-15);
        assertEquals(-Math.exp(-20), logits[0], 1e-15);
        assertEquals(Math.exp(-20), logits[1], 1e-15);
    }

    @Test
    void gradient_oneClass_hasNoLoss() {
        float[] logits = {7};

        assertEquals(0, SoftmaxCrossEntropy.gradient(logits, 1, 0, 1));
        assertArrayEquals(new float[] {0}, logits);
    }
}
