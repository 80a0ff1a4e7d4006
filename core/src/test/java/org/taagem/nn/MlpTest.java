package org.taagem.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.taagem.data.FeatureVector;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MlpTest {
    private static Mlp mlp(Integer... sizes) {
        return new Mlp(List.of(sizes), new SeededRandom(1));
    }

    /**
     * Two features, two hidden units {@code max(0, x0 - x1)} and {@code max(0, x1 - x0)}, two classes: class 0 if the
     * first feature is larger, class 1 if it is smaller by more than 1.
     */
    @Test
    void predict_handMadeNetwork_comparesTheFeatures() {
        Mlp network = mlp(2, 2, 2);
        network.setParameters(new float[] {1, -1, -1, 1, 0, 0, 1, 0, 0, 1, 1, 0});

        int[] classes = network.predict(List.of(
                FeatureVector.of(3, 1), FeatureVector.of(1, 3), FeatureVector.of(0, 0.5f), FeatureVector.of(0, 1)));

        // the last is a tie, which the lower class wins
        assertArrayEquals(new int[] {0, 1, 0, 0}, classes);
    }

    @Test
    void predict_moreThanAtOnce_isTheSameAsOneByOne() {
        Mlp network = mlp(17, 9, 7, 5);
        SeededRandom random = new SeededRandom(2);
        List<FeatureVector> inputs = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            inputs.add(Samples.randomVector(17, random));
        }

        int[] together = network.predict(inputs);

        for (int i = 0; i < inputs.size(); i++) {
            assertEquals(network.predict(List.of(inputs.get(i)))[0], together[i]);
        }
        assertEquals(0, network.predict(List.of()).length);
    }

    @Test
    void predict_inputOfWrongLength_isRefused() {
        Mlp network = mlp(3, 2);

        Exception refusal =
                assertThrows(IllegalArgumentException.class, () -> network.predict(List.of(FeatureVector.of(1, 2))));
        assertEquals("input has 2 features; this network takes 3", refusal.getMessage());
    }

    /** The network of {@link #predict_handMadeNetwork_comparesTheFeatures} without its tie. */
    @Test
    void snapshot_networkChangesAfterwards_predictsAsBefore() {
        Mlp network = mlp(2, 2, 2);
        network.setParameters(new float[] {1, -1, -1, 1, 0, 0, 1, 0, 0, 1, 0, 0});
        List<FeatureVector> inputs = List.of(FeatureVector.of(3, 1), FeatureVector.of(1, 3));

        Classifier snapshot = network.snapshot();
        network.setParameters(new float[] {1, -1, -1, 1, 0, 0, 0, 1, 1, 0, 0, 0});

        assertArrayEquals(new int[] {0, 1}, snapshot.predict(inputs));
        assertArrayEquals(new int[] {1, 0}, network.predict(inputs));
    }

    @Test
    void snapshot_networkOfAnyDepth_predictsAsTheNetworkDoes() {
        SeededRandom random = new SeededRandom(3);
        List<FeatureVector> inputs = Stream.generate(() -> Samples.randomVector(17, random))
                .limit(150)
                .toList();
        for (Mlp network : List.of(mlp(17, 5), mlp(17, 9, 5), mlp(17, 9, 7, 5))) {
            float[] parameters = network.parameters();
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] *= 5; // weights so large that the classes differ
            }
            network.setParameters(parameters);

            int[] expected = network.predict(inputs);

            assertArrayEquals(expected, network.snapshot().predict(inputs));
            assertTrue(Arrays.stream(expected).distinct().count() > 1, "a network that says the same of everything");
        }
    }

    @Test
    void parameterCount_threeLayers_isWeightsAndBiases() {
        assertEquals(
                784 * 200 + 200 + 200 * 200 + 200 + 200 * 10 + 10,
                mlp(784, 200, 200, 10).parameterCount());
    }

    @Test
    void parameters_setAndGot_areTheSameCopy() {
        Mlp network = mlp(5, 4, 3);
        float[] expected = mlp(5, 4, 3).parameters();
        expected[7] = 42;

        network.setParameters(expected);
        network.parameters()[0] = 99;

        assertArrayEquals(expected, network.parameters());
    }

    @Test
    void setParameters_tooFew_isRefused() {
        Mlp network = mlp(2, 2);

        Exception refusal = assertThrows(IllegalArgumentException.class, () -> network.setParameters(new float[5]));
        assertEquals("got 5 parameters; this network has 6", refusal.getMessage());
    }

    @Test
    void new_sameSeed_hasTheSameParametersWithinTheBounds() {
        float[] parameters = mlp(100, 50).parameters();

        assertArrayEquals(mlp(100, 50).parameters(), parameters);
        for (float parameter : parameters) {
            assertTrue(Math.abs(parameter) <= 0.1f, "larger than 1 / sqrt(100): " + parameter);
        }
    }

    @Test
    void new_tooFewSizesOrOneBelowOne_isRefused() {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> mlp(10));
        assertEquals(
                "layer sizes are [10]; expected features, hidden units and classes, each at least 1",
                refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> mlp(10, 0, 2));
    }
}
