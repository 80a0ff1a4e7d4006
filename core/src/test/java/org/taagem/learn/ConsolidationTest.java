package org.taagem.learn;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.taagem.data.Batch;
import org.taagem.data.Sample;
import org.taagem.nn.Gradient;
import org.taagem.nn.Mlp;
import org.taagem.random.NormalRandom;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class ConsolidationTest {
    private static final Samples.Shape SHAPE = new Samples.Shape(7, 3);
    private static final Batch NONE = Batch.of();
    private static final int SEED = 9;
    private static final double RATE = 0.1;
    private static final double ANCHORING = 200;

    private final Mlp network = new Mlp(List.of(7, 6, 3), new SeededRandom(5));
    private final Batch rehearsed = Samples.randomBatch(0, 8, SHAPE, new SeededRandom(11));
    private final Consolidation consolidation = new Consolidation(
            network, new Consolidation.Settings(1000, 10_000, 0.4, ANCHORING), new SeededRandom(SEED));

    private void step(int times, Batch batch) {
        for (int i = 0; i < times; i++) {
            consolidation.stepped(RATE, batch);
        }
    }

    private void move() {
        float[] moved = network.parameters();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += i % 2 == 0 ? 0.1f : -0.1f;
        }
        network.setParameters(moved);
    }

    /** Returns F after an update at the weights that the network has: .99 F + .01 of the mean of the squares of d(v.z) / d theta of 3. */
    private double[] updated(double[] f, SeededRandom random, NormalRandom normal) {
        double[] updated = Arrays.stream(f).map(value -> 0.99 * value).toArray();
        for (Sample witness : threeOf(rehearsed, random)) {
            Gradient g = network.newGradient();
            g.compute(Batch.of(witness), (batch, row, logits) -> {
                normal.fill(logits);
                return 0;
            });
            float[] slopes = g.toArray();
            Arrays.setAll(updated, k -> updated[k] + 0.01 / 3 * slopes[k] * slopes[k]);
        }
        return updated;
    }

    /** Each in turn with a probability of what is wanted still by what is left. */
    private static List<Sample> threeOf(Batch batch, SeededRandom random) {
        Sample[] picked = new Sample[3];
        int wanted = 3;
        for (int left = batch.size(); left > 0; left--) {
            if (random.nextInt(left) < wanted) {
                picked[3 - wanted--] = batch.get(batch.size() - left);
            }
        }
        return List.of(picked);
    }

    /** The average is where the network was after ten steps; the springs are as stiff as F of then and of now says. */
    @Test
    void stepped_networkMovedAway_isPulledBackWhereItMatters() {
        SeededRandom random = new SeededRandom(SEED);
        NormalRandom normal = new NormalRandom(random);
        float[] average = network.parameters();

        step(10, rehearsed);
        double[] before = updated(new double[average.length], random, normal);
        move();
        float[] from = network.parameters();
        double[] f = updated(before, random, normal);
        step(9, rehearsed);
        assertArrayEquals(from, network.parameters(), "nothing is due before the tenth step");
        step(1, rehearsed);

        float[] pulled = network.parameters();
        assertNotEquals(from[from.length - 1], pulled[from.length - 1], 1e-3f, "an output's bias matters");
        for (int i = 0; i < from.length; i++) {
            double r = ANCHORING * RATE * 10 * f[i];
            assertEquals(from[i] + r / (1 + r) * (average[i] - from[i]), pulled[i], 1e-5, "parameter " + i);
        }
    }

    @Test
    void stepped_nothingRehearsed_pullsNothing() {
        step(10, NONE);
        move();
        float[] moved = network.parameters();

        step(10, NONE);

        assertArrayEquals(moved, network.parameters());
    }

    /** After one step the fast average looks back over 1.1 steps and the lasting one over 1.4. */
    @Test
    void answering_afterOneStep_isNotTheUntrainedNetwork() {
        float[] untrained = network.parameters();
        move();
        float[] trained = network.parameters();

        step(1, NONE);

        double[] shares = {1 / 1.1, 1 / 1.4};
        for (int member = 0; member < 2; member++) {
            float[] average = consolidation.answering().members().get(member).parameters();
            for (int i = 0; i < average.length; i++) {
                assertEquals(untrained[i] + shares[member] * (trained[i] - untrained[i]), average[i], 1e-6);
            }
        }
    }
}
