package org.taagem.nn;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.taagem.data.Batch;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class OptimizerTest {
    private final Mlp network = new Mlp(List.of(3, 2), new SeededRandom(4));
    private final DenseGradient g = new DenseGradient(network);
    private final float[] start = network.parameters();

    private void step(Optimizer optimizer, float... gradient) {
        System.arraycopy(gradient, 0, g.values(), 0, gradient.length);
        optimizer.step(g, 1);
    }

    private float moved(int parameter) {
        return network.parameters()[parameter] - start[parameter];
    }

    /** Velocities 2, then 0.5 * 2 + 4 = 5: 0.1 * 7 in all. */
    @Test
    void momentum_twoSteps_addsTheVelocities() {
        Momentum momentum = new Momentum(network, LearningRate.constant(0.1), 0.5);
        step(momentum, 2);
        step(momentum, 4);

        assertEquals(-0.7, moved(0), 1e-6);
        assertEquals(0, moved(1));
        assertEquals(0.1, momentum.learningRate());
    }

    /** The gradient (3, 4) has a norm of 5. */
    @Test
    void clippedSteps_gradientOfAnyLength_goesNoFurtherThanTheNorm() {
        ClippedSteps clipped = new ClippedSteps(new Sgd(0.1), 2.5);
        step(clipped, 3, 4);
        assertEquals(-0.15, moved(0), 1e-6);
        assertEquals(-0.2, moved(1), 1e-6);

        step(clipped, 0, 1);
        assertEquals(-0.15, moved(0), 1e-6);
        assertEquals(-0.3, moved(1), 1e-6);
        assertEquals(0.1, clipped.learningRate());
        assertThrows(IllegalArgumentException.class, () -> new ClippedSteps(clipped, 0));
    }

    /** At the first step both averages lack the same, so it is as long as the rate whatever the gradient's length. */
    @Test
    void adam_firstStep_isAsLongAsTheRate() {
        Adam adam = new Adam(network, LearningRate.constant(0.01));
        step(adam, 1e-3f, -50);

        assertEquals(-0.01, moved(0), 1e-6);
        assertEquals(0.01, moved(1), 1e-6);
        assertEquals(0, moved(2));
    }

    /** Gradients 1, then -1: m = (0.9 * 0.1 - 0.1) / 0.19, v = 1. */
    @Test
    void adam_gradientsThatDisagree_takesAShorterStep() {
        Adam adam = new Adam(network, LearningRate.constant(0.01));
        step(adam, 1);
        float first = moved(0);
        step(adam, -1);

        assertEquals(0.01 * 0.01 / 0.19, moved(0) - first, 1e-6);
    }

    @Test
    void momentum_outOfRange_isRefused() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> new Momentum(network, LearningRate.constant(0.1), 1));
        assertEquals("momentum is 1.0; expected at least 0 and below 1", e.getMessage());
    }

    @Test
    void scale_gradientAndWhatWasAdded_multipliesBoth() {
        SeededRandom random = new SeededRandom(7);
        Batch one = Samples.randomBatch(0, 4, new Samples.Shape(3, 2), random);
        Batch other = Samples.randomBatch(4, 70, new Samples.Shape(3, 2), random);
        Gradient a = network.newGradient();
        Gradient b = network.newGradient();
        a.compute(one);
        b.compute(other);
        float[] ofA = a.toArray();
        float[] ofB = b.toArray();

        a.add(2, b);
        a.scale(-3);
        a.add(1, b);
        b.scale(0.5);

        float[] sum = a.toArray();
        for (int i = 0; i < sum.length; i++) {
            assertEquals(-3 * ofA[i] + (-6 + 1) * 0.5 * ofB[i], sum[i], 1e-5);
        }
        assertEquals(dot(sum, b.toArray()), a.dot(b), 1e-5);
        assertEquals(dot(sum, sum), a.squaredNorm(), 1e-5);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
