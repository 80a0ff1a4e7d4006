package org.taagem.stream;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.data.FeatureVector;
import org.taagem.data.ImageShape;
import org.taagem.testing.ParityVectors;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RotationTest {
    private static final int SIDE = 28;
    private static final double CENTRE = (SIDE - 1) / 2.0;

    @Test
    void apply_quarterTurn_turnsCounterClockwise() {
        FeatureVector image = FeatureVector.of(
                1, 2, 3, //
                4, 5, 6, //
                7, 8, 9);

        assertArrayEquals(
                new float[] {
                    3, 6, 9, //
                    2, 5, 8, //
                    1, 4, 7
                },
                new Rotation(new ImageShape(3, 3), 90).apply(image).toArray());
    }

    @Test
    void apply_partThatLeavesTheImage_isZeroFilled() {
        FeatureVector wide = FeatureVector.of(1, 2, 3);

        assertArrayEquals(
                new float[] {0, 2, 0},
                new Rotation(new ImageShape(1, 3), 90).apply(wide).toArray());
    }

    @Property
    void apply_noDegrees_isIdentity(
            @ForAll @IntRange(min = 1, max = 12) int height, @ForAll @IntRange(min = 1, max = 12) int width) {
        FeatureVector image = SyntheticData.ramps(height * width, 1, 1)
                .train()
                .samples()
                .get(0)
                .features();

        assertEquals(image, new Rotation(new ImageShape(height, width), 0).apply(image));
    }

    @Property
    void apply_fourQuarterTurns_areIdentity(@ForAll @IntRange(min = 1, max = 12) int side) {
        FeatureVector image =
                SyntheticData.ramps(side * side, 1, 1).train().samples().get(0).features();
        Rotation quarter = new Rotation(new ImageShape(side, side), 90);

        FeatureVector turned = quarter.apply(quarter.apply(quarter.apply(quarter.apply(image))));

        assertEquals(image, turned);
    }

    @Test
    void rotatedVectors_counted_areTen() {
        assertEquals(10, ParityVectors.read("rotation.json").get("rotated").size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 40, 60, 80, 100, 120, 140, 160, 180})
    void apply_imageOfTheOriginal_differsOnRoundingBoundariesOnly(int degrees) {
        JsonNode vectors = ParityVectors.read("rotation.json");
        FeatureVector image = FeatureVector.of(ParityVectors.floats(vectors.get("image")));
        float[] expected = ParityVectors.floats(vectors.get("rotated").get(String.valueOf(degrees)));

        float[] turned =
                new Rotation(new ImageShape(SIDE, SIDE), degrees).apply(image).toArray();

        int exempt = 0;
        for (int p = 0; p < turned.length; p++) {
            boolean onBoundary = nearBoundary(degrees, p % SIDE, p / SIDE);
            exempt += onBoundary ? 1 : 0;
            if (!onBoundary) {
                assertEquals(expected[p], turned[p], "pixel " + p);
            }
        }
        // a 45-degree line of pixels at most: were it more, the test would say nothing
        assertTrue(exempt <= 2 * SIDE, exempt + " pixels lie on a rounding boundary");
    }

    /** Says whether rounding decides which pixel is shown: its source lies within 1e-4 of the middle of two. */
    private static boolean nearBoundary(int degrees, int x, int y) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double dx = x - CENTRE;
        double dy = y - CENTRE;
        return nearHalf(cos * dx - sin * dy + CENTRE) || nearHalf(sin * dx + cos * dy + CENTRE);
    }

    private static boolean nearHalf(double coordinate) {
        return Math.abs(coordinate - Math.floor(coordinate) - 0.5) < 1e-4;
    }

    @Test
    void apply_severalChannels_turnsEachAlike() {
        FeatureVector image = FeatureVector.of(1, 2, 3, 4, 5, 6, 7, 8);
        assertEquals(FeatureVector.of(2, 4, 1, 3, 6, 8, 5, 7), new Rotation(new ImageShape(2, 2, 2), 90).apply(image));
    }
}
