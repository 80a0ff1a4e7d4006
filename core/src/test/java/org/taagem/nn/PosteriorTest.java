package org.taagem.nn;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.taagem.data.Batch;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The update itself is tested with Bayesian gradient descent, over several steps. */
class PosteriorTest {
    private static final int INPUTS = 4;
    private static final int HIDDEN = 5;
    /** The second and the fourth of four inputs are zero in both samples. */
    private static final Batch BATCH =
            Batch.of(Samples.sample(0, 0, 1, 0, -0.5f, 0), Samples.sample(1, 2, 0, 0, 0.25f, 0));

    private final Mlp network = new Mlp(List.of(INPUTS, HIDDEN, 3), new SeededRandom(1));
    private final Posterior posterior = network.newPosterior(0.25, new SeededRandom(2));

    @Test
    void update_inputsThatAreZero_leavesMeansAndSpreadsOfTheirWeights() {
        float[] before = network.parameters();

        posterior.collect(BATCH);
        posterior.update(0.5, 2);

        float[] after = network.parameters();
        float[] spreads = posterior.spreads();
        for (int input = 0; input < INPUTS; input++) {
            int from = HIDDEN * input;
            boolean isZero = input == 1 || input == 3;
            assertEquals(
                    isZero,
                    Arrays.equals(before, from, from + HIDDEN, after, from, from + HIDDEN),
                    "means of input " + input);
            assertEquals(isZero, allAre(0.25f, spreads, from), "spreads of input " + input);
        }
    }

    private static boolean allAre(float value, float[] values, int from) {
        for (int i = from; i < from + HIDDEN; i++) {
            if (values[i] != value) {
                return false;
            }
        }
        return true;
    }

    @Test
    void update_nothingCollected_givesTheMeansBack() {
        float[] before = network.parameters();

        posterior.collect(BATCH);
        assertTrue(!Arrays.equals(before, network.parameters()), "nothing was drawn");
        posterior.update(1e-30, 0);

        assertArrayEquals(before, network.parameters());
        assertEquals(0.25f, posterior.spreads()[0]);
    }

    /** What was collected for one step has no part in the next. */
    @Test
    void update_twice_forgetsWhatWasCollected() {
        posterior.collect(BATCH);
        posterior.update(0.5, 2);
        float[] once = network.parameters();
        float[] spreads = posterior.spreads();

        posterior.update(0.5, 2);

        assertArrayEquals(once, network.parameters());
        assertArrayEquals(spreads, posterior.spreads());
        assertNotEquals(0.25f, spreads[0]);
    }

    @Test
    void collect_noSample_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> posterior.collect(Batch.of()));
    }
}
