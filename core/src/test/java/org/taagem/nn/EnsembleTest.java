package org.taagem.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.taagem.data.FeatureVector;
import org.taagem.random.SeededRandom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class EnsembleTest {
    /** A network of one layer without biases: the logits are the input times these weights, {@code [inputs][outputs]} row after row. */
    private static Mlp network(float... weights) {
        Mlp network = new Mlp(List.of(2, 2), new SeededRandom(1));
        network.setParameters(Arrays.copyOf(weights, 6));
        return network;
    }

    /** Of the input (1, 0) the first has the logits 0 and ln 3, of (0, 1) ln 9 and 0; the second ln 4 and 0, and 0 and ln 2. */
    private static Ensemble pair() {
        return new Ensemble(List.of(
                network(0, (float) Math.log(3), (float) Math.log(9), 0),
                network((float) Math.log(4), 0, 0, (float) Math.log(2))));
    }

    @Test
    void predict_membersDisagree_isTheAnswerOfTheSurer() {
        int[] classes = pair().predict(List.of(FeatureVector.of(1, 0), FeatureVector.of(0, 1)));

        assertArrayEquals(new int[] {0, 0}, classes); // 4/5 against 3/4, 9/10 against 2/3
    }

    @Test
    void probabilities_membersDisagree_areThoseOfTheSurer() {
        assertArrayEquals(new double[] {0.8, 0.2}, pair().probabilities(FeatureVector.of(1, 0)), 1e-7);
        assertArrayEquals(new double[] {0.9, 0.1}, pair().probabilities(FeatureVector.of(0, 1)), 1e-7);
    }

    @Test
    void predict_equallySure_isTheAnswerOfTheFirst() {
        Ensemble mirrored = new Ensemble(List.of(network(2, 1, 0, 0), network(1, 2, 0, 0)));

        assertArrayEquals(new int[] {0}, mirrored.predict(List.of(FeatureVector.of(1, 0))));
    }

    /** More inputs than are asked together. */
    @Test
    void predict_manyInputs_areWhatTheirProbabilitiesSay() {
        Ensemble ensemble = new Ensemble(
                List.of(new Mlp(List.of(3, 5, 4), new SeededRandom(2)), new Mlp(List.of(3, 4), new SeededRandom(3))));
        SeededRandom random = new SeededRandom(4);
        List<FeatureVector> inputs = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            inputs.add(FeatureVector.of(4 * random.nextFloat() - 2, 4 * random.nextFloat() - 2, random.nextFloat()));
        }

        int[] classes = ensemble.predict(inputs);

        for (int i = 0; i < classes.length; i++) {
            double[] probabilities = ensemble.probabilities(inputs.get(i));
            assertEquals(Arrays.stream(probabilities).max().orElseThrow(), probabilities[classes[i]]);
        }
        assertArrayEquals(classes, ensemble.copy().predict(inputs));
    }

    @Test
    void copy_membersLearnOn_staysAsItWas() {
        Ensemble ensemble = pair();
        Ensemble copy = ensemble.copy();

        ensemble.members().get(1).setParameters(new float[6]);

        assertArrayEquals(new double[] {0.8, 0.2}, copy.probabilities(FeatureVector.of(1, 0)), 1e-7);
        assertArrayEquals(new double[] {0.25, 0.75}, ensemble.probabilities(FeatureVector.of(1, 0)), 1e-7);
    }

    @Test
    void new_noneOrOfDifferentSizes_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Ensemble(List.of()));
        Mlp other = new Mlp(List.of(2, 3), new SeededRandom(1));
        assertThrows(IllegalArgumentException.class, () -> new Ensemble(List.of(network(1, 2, 3, 4), other)));
    }
}
