package org.taagem.learn;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.taagem.nn.Gradient;
import org.taagem.nn.Mlp;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AgemProjectionTest {
    private final AgemProjection projection = new AgemProjection();

    /** g.gRef = -1 and gRef.gRef = 2, so half of gRef is added. */
    @Test
    void project_obtuseAngle_takesTheHarmfulPartAway() {
        VectorGradient g = new VectorGradient(1, -2);
        VectorGradient gRef = new VectorGradient(1, 1);

        assertTrue(projection.project(g, gRef));

        assertArrayEquals(new double[] {1.5, -1.5}, g.values);
        assertArrayEquals(new double[] {1, 1}, gRef.values);
    }

    @Test
    void project_acuteOrRightAngle_changesNothing() {
        VectorGradient acute = new VectorGradient(2, -1);
        VectorGradient right = new VectorGradient(3, -3);

        assertFalse(projection.project(acute, new VectorGradient(1, 1)));
        assertFalse(projection.project(right, new VectorGradient(1, 1)));

        assertArrayEquals(new double[] {2, -1}, acute.values);
        assertArrayEquals(new double[] {3, -3}, right.values);
    }

    @Test
    void project_opposite_leavesNothing() {
        VectorGradient g = new VectorGradient(-3, -6);

        assertTrue(projection.project(g, new VectorGradient(1, 2)));

        assertArrayEquals(new double[] {0, 0}, g.values);
    }

    @Property
    void project_zeroReference_isNoOp(@ForAll long seed) {
        VectorGradient g = randomVector(new SeededRandom(seed));
        double[] before = g.values.clone();

        assertFalse(projection.project(g, new VectorGradient(new double[before.length])));

        assertArrayEquals(before, g.values);
    }

    /** The square of 1e-200 is too small for a double, and dividing by zero would make the gradient infinite. */
    @Test
    void project_referenceWhoseNormVanishes_isNoOp() {
        VectorGradient g = new VectorGradient(-1, 3);

        assertFalse(projection.project(g, new VectorGradient(1e-200, 0)));

        assertArrayEquals(new double[] {-1, 3}, g.values);
    }

    @Property
    void project_anyVectors_neverOpposesTheReferenceAndIsIdempotent(
            @ForAll long seed, @ForAll @IntRange(min = -12, max = 12) int exponent) {
        SeededRandom random = new SeededRandom(seed);
        VectorGradient g = randomVector(random);
        VectorGradient gRef = new VectorGradient(new double[g.values.length]);
        gRef.add(Math.pow(10, exponent), randomVector(random));

        projection.project(g, gRef);

        double tolerance = 1e-12;
        assertTrue(g.dot(gRef) >= -tolerance * norm(g) * norm(gRef), () -> "g.gRef is " + g.dot(gRef));
        double[] once = g.values.clone();
        projection.project(g, gRef);
        assertArrayEquals(once, g.values, tolerance * norm(g));
    }

    /** The same for the gradients of a real network, which are never formed and are sums of floats. */
    @Property(tries = 50)
    void project_gradientsOfANetwork_neverOpposesTheReferenceAndIsIdempotent(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 20) int referenceRows) {
        SeededRandom random = new SeededRandom(seed);
        Mlp network = new Mlp(List.of(19, 11, 3), random);
        Gradient g = network.newGradient();
        Gradient gRef = network.newGradient();
        g.compute(Samples.randomBatch(0, rows, new Samples.Shape(19, 3), random));
        gRef.compute(Samples.randomBatch(0, referenceRows, new Samples.Shape(19, 3), random));
        double tolerance = 1e-5 * norm(g);

        boolean opposed = g.dot(gRef) < 0;
        assertEquals(opposed, projection.project(g, gRef));

        assertTrue(g.dot(gRef) >= -tolerance * norm(gRef), () -> "g.gRef is " + g.dot(gRef));
        float[] once = g.toArray();
        projection.project(g, gRef);
        assertArrayEquals(once, g.toArray(), (float) tolerance);
    }

    private static VectorGradient randomVector(SeededRandom random) {
        return new VectorGradient(random.doubles(8).map(x -> 2 * x - 1).toArray());
    }

    private static double norm(Gradient gradient) {
        return Math.sqrt(gradient.squaredNorm());
    }
}
