package org.taagem.nn;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.taagem.data.Batch;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ImportanceTest {
    private static final Samples.Shape SHAPE = new Samples.Shape(17, 3);

    private final SeededRandom random = new SeededRandom(3);
    private final Mlp network = new Mlp(List.of(17, 9, 5, 3), new SeededRandom(1));

    private static float[] squares(Network network, Batch batch) {
        float[] mean = new float[network.parameterCount()];
        for (int r = 0; r < batch.size(); r++) {
            Gradient ofOne = network.newGradient();
            ofOne.compute(Batch.of(batch.get(r)));
            float[] values = ofOne.toArray();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += values[i] * values[i] / batch.size();
            }
        }
        return mean;
    }

    @Test
    void update_someSamples_isTheMeanOfTheirSquaredGradients() {
        Batch first = Samples.randomBatch(0, 7, SHAPE, random);
        Batch second = Samples.randomBatch(7, 4, SHAPE, random);
        Importance importance = network.newImportance();
        float[] expected = new float[network.parameterCount()];

        importance.update(first, Loss.CROSS_ENTROPY, 0.75);
        importance.update(second, Loss.CROSS_ENTROPY, 0.75);

        float[] before = squares(network, first);
        float[] after = squares(network, second);
        for (int i = 0; i < expected.length; i++) {
            expected[i] = 0.75f * 0.25f * before[i] + 0.25f * after[i];
        }
        assertArrayEquals(expected, importance.toArray(), 1e-7f);
    }

    /** r = 3 F: a parameter that does not matter stays, one with F = 1 goes three quarters of the way. */
    @Test
    void pull_byImportance_goesRByOnePlusROfTheWay() {
        Batch batch = Samples.randomBatch(0, 5, SHAPE, random);
        Importance importance = network.newImportance();
        importance.update(batch, Loss.CROSS_ENTROPY, 0);
        Mlp target = new Mlp(List.of(17, 9, 5, 3), new SeededRandom(2));
        float[] from = network.parameters();
        float[] to = target.parameters();
        float[] f = importance.toArray();

        importance.pull(target, 3);

        float[] pulled = network.parameters();
        for (int i = 0; i < from.length; i++) {
            double r = 3 * f[i];
            assertEquals(from[i] + r / (1 + r) * (to[i] - from[i]), pulled[i], 1e-6, "parameter " + i);
        }
    }

    /** The transposed weights, by which errors come back, follow. */
    @Test
    void pull_thenAGradient_isThatOfANetworkMadeSo() {
        Batch batch = Samples.randomBatch(0, 5, SHAPE, random);
        Importance importance = network.newImportance();
        importance.update(batch, Loss.CROSS_ENTROPY, 0);
        importance.pull(new Mlp(List.of(17, 9, 5, 3), new SeededRandom(2)), 1000);
        Mlp same = new Mlp(List.of(17, 9, 5, 3), new SeededRandom(4));
        same.setParameters(network.parameters());

        Gradient g = network.newGradient();
        g.compute(batch);
        Gradient expected = same.newGradient();
        expected.compute(batch);

        assertArrayEquals(expected.toArray(), g.toArray());
    }

    @Test
    void approach_shareOfTheWay_isBetween() {
        Mlp other = new Mlp(List.of(17, 9, 5, 3), new SeededRandom(2));
        float[] from = network.parameters();
        float[] to = other.parameters();

        network.approach(other, 0.25);
        float[] quarter = network.parameters();
        network.approach(other, 1);

        for (int i = 0; i < from.length; i++) {
            assertEquals(0.75 * from[i] + 0.25 * to[i], quarter[i], 1e-7);
        }
        assertArrayEquals(to, network.parameters());
    }

    @Test
    void approach_anotherSize_isRefused() {
        Exception refusal = assertThrows(
                IllegalArgumentException.class,
                () -> network.approach(new Mlp(List.of(17, 9, 3), new SeededRandom(2)), 0.5));
        assertEquals(
                "the other network is of another kind or size than this one of sizes [17, 9, 5, 3]",
                refusal.getMessage());
    }

    @Test
    void logits_aBatch_areThoseOfItsGradient() {
        Batch batch = Samples.randomBatch(0, 6, SHAPE, random);
        Gradient g = network.newGradient();
        g.compute(batch);
        float[] logits = new float[6 * 3 + 2];
        logits[18] = 5;

        network.logits(batch, logits);

        float[] ofRow = new float[3];
        for (int r = 0; r < 6; r++) {
            g.copyLogits(r, ofRow);
            assertArrayEquals(ofRow, Arrays.copyOfRange(logits, 3 * r, 3 * r + 3));
        }
        assertEquals(5, logits[18]);
    }
}
