package org.taagem.report.html;

import java.util.List;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.taagem.random.Seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PrincipalComponentsTest {
    private static final double CLOSE = 1e-5;

    private static void assertPlaces(double[][] expected, PrincipalComponents components) {
        for (int i = 0; i < expected.length; i++) {
            for (int d = 0; d < PrincipalComponents.DIMENSIONS; d++) {
                assertEquals(expected[i][d], components.places().get(i).get(d), CLOSE, "point " + i + ", axis " + d);
            }
        }
    }

    /** Points on a diagonal: 3-4-5 triangles from their mean, so 5 apart in one direction and nothing in others. */
    @Test
    void of_pointsOnALine_seesTheirDistances() {
        PrincipalComponents components = PrincipalComponents.of(new float[][] {{7, 9}, {1, 1}, {4, 5}});
        assertPlaces(new double[][] {{5, 0, 0}, {-5, 0, 0}, {0, 0, 0}}, components);
        assertEquals(1, components.explained(), CLOSE);
    }

    /** Along the axes, with variances 9, 4, 1 and 0.25 (in shares of their sum): the least one is not seen. */
    @Test
    void of_fourDirections_seesTheThreeLargest() {
        float[][] points = {
            {3, 0, 0, 0},
            {-3, 0, 0, 0},
            {0, 2, 0, 0},
            {0, -2, 0, 0},
            {0, 0, 1, 0},
            {0, 0, -1, 0},
            {0, 0, 0, 0.5f},
            {0, 0, 0, -0.5f}
        };
        PrincipalComponents components = PrincipalComponents.of(points);
        assertEquals(14 / 14.25, components.explained(), CLOSE);
        assertPlaces(
                new double[][] {{3, 0, 0}, {-3, 0, 0}, {0, 2, 0}, {0, -2, 0}, {0, 0, 1}, {0, 0, -1}, {0, 0, 0}},
                components);
    }

    @Test
    void of_onePoint_liesInTheMiddle() {
        PrincipalComponents components = PrincipalComponents.of(new float[][] {{1, 2, 3}});
        assertEquals(List.of(List.of(0.0, 0.0, 0.0)), components.places());
        assertEquals(1, components.explained());
    }

    /** In three dimensions nothing is lost: distances are kept. */
    @Test
    void of_threeDimensions_keepsDistances() {
        RandomGenerator random = new Seeds(1).named("points");
        float[][] points = new float[20][3];
        for (float[] point : points) {
            for (int d = 0; d < point.length; d++) {
                point[d] = random.nextFloat();
            }
        }
        double before = distance(points[3], points[11]);
        PrincipalComponents components = PrincipalComponents.of(points);
        List<Double> one = components.places().get(3);
        List<Double> other = components.places().get(11);
        double after = Math.sqrt(Math.pow(one.get(0) - other.get(0), 2)
                + Math.pow(one.get(1) - other.get(1), 2)
                + Math.pow(one.get(2) - other.get(2), 2));
        assertEquals(before, after, CLOSE);
        assertEquals(1, components.explained(), CLOSE);
    }

    private static double distance(float[] one, float[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += Math.pow(one[d] - other[d], 2);
        }
        return Math.sqrt(sum);
    }
}
