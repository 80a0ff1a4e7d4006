package org.taagem.nn;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class SoftmaxCrossEntropyTest {
    private static Rows logits(float... values) {
        Rows rows = new Rows(Rows.Layout.SEPARATE, 1, values.length);
        rows.copyFrom(0, values, 0);
        return rows;
    }

    private static float[] values(Rows rows) {
        return values(rows, 0);
    }

    private static float[] values(Rows rows, int row) {
        float[] values = new float[rows.width()];
        rows.copyTo(row, values, 0);
        return values;
    }

    /** Logits ln 1, ln 2 and ln 5 give the probabilities 1/8, 2/8 and 5/8. */
    @Test
    void gradient_probabilitiesInEighths_isProbabilityMinusOneHot() {
        Rows logits = logits(0, (float) Math.log(2), (float) Math.log(5));

        double loss = SoftmaxCrossEntropy.gradient(logits, 0, 1, 1);

        assertEquals(Math.log(4), loss, 1e-7);
        assertArrayEquals(new float[] {0.125f, -0.75f, 0.625f}, values(logits), 1e-7f);
    }

    @Test
    void gradient_weightOfATenth_scalesTheGradientButNotTheLoss() {
        Rows logits = logits(3, 3);

        double loss = SoftmaxCrossEntropy.gradient(logits, 0, 0, 0.1);

        assertEquals(Math.log(2), loss, 1e-12);
        assertArrayEquals(new float[] {-0.05f, 0.05f}, values(logits));
    }

    @Test
    void gradient_severalRows_changesOneOnly() {
        Rows logits = new Rows(Rows.Layout.CONTIGUOUS, 3, 2);
        logits.fill(1);

        assertEquals(Math.log(2), SoftmaxCrossEntropy.gradient(logits, 1, 1, 1), 1e-12);
        assertArrayEquals(new float[] {1, 1}, values(logits, 0));
        assertArrayEquals(new float[] {0.5f, -0.5f}, values(logits, 1));
        assertArrayEquals(new float[] {1, 1}, values(logits, 2));
    }

    @Test
    void gradient_hugeLogits_doesNotOverflow() {
        Rows right = logits(1e30f, -1e30f);
        Rows wrong = logits(1e30f, -1e30f);

        assertEquals(0, SoftmaxCrossEntropy.gradient(right, 0, 0, 1));
        assertArrayEquals(new float[] {0, 0}, values(right));
        assertEquals(2e30, SoftmaxCrossEntropy.gradient(wrong, 0, 1, 1), 1e24);
        assertArrayEquals(new float[] {1, -1}, values(wrong));
    }

    /** A label that is all but certain: 1 - p must not be lost in the rounding of p to a float. */
    @Test
    void gradient_nearlyCertain_keepsTheSmallDifference() {
        Rows logits = logits(20, 0);

        double loss = SoftmaxCrossEntropy.gradient(logits, 0, 0, 1);

        assertEquals(Math.log1p(Math.exp(-20)), loss, 1e-15);
        assertEquals(-Math.exp(-20), logits.get(0, 0), 1e-15);
        assertEquals(Math.exp(-20), logits.get(0, 1), 1e-15);
    }

    @Test
    void gradient_oneClass_hasNoLoss() {
        Rows logits = logits(7);

        assertEquals(0, SoftmaxCrossEntropy.gradient(logits, 0, 0, 1));
        assertArrayEquals(new float[] {0}, values(logits));
    }
}
