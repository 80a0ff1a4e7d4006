package org.taagem.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.taagem.data.Batch;
import org.taagem.data.Sample;
import org.taagem.memory.Draw;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.PoolLimits;
import org.taagem.memory.PooledMemory;
import org.taagem.memory.Ring;
import org.taagem.nn.Gradient;
import org.taagem.nn.Mlp;
import org.taagem.random.NormalRandom;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class ConsolidationTest {
    private static final int SEED = 9;
    private static final double RATE = 0.1;
    private static final double ANCHORING = 2000;

    private final Mlp network = new Mlp(List.of(7, 6, 3), new SeededRandom(5));
    private final EpisodicMemory memory =
            new PooledMemory(new PoolLimits(1, 9), new Ring(new PoolLimits(1, 9)), Draw.EVEN, new SeededRandom(6));
    private final Sample remembered = Samples.randomBatch(0, 1, new Samples.Shape(7, 3), new SeededRandom(11))
            .get(0);

    private Consolidation consolidation(double anchoring) {
        Consolidation.Settings settings = new Consolidation.Settings(1000, 10_000, 0.4, anchoring);
        return new Consolidation(network, settings, new SeededRandom(SEED));
    }

    private static void step(Consolidation consolidation, EpisodicMemory memory, int times) {
        for (int i = 0; i < times; i++) {
            consolidation.stepped(RATE, memory);
        }
    }

    /** Returns F after an update at the weights that the network has: {@code .99 F + .01 (d(v.z) / d theta)^2}. */
    private double[] updated(double[] f, NormalRandom normal) {
        Gradient g = network.newGradient();
        g.compute(Batch.of(remembered), (batch, row, logits) -> {
            normal.fill(logits);
            return 0;
        });
        float[] slopes = g.toArray();
        double[] updated = new double[f.length];
        Arrays.setAll(updated, k -> 0.99 * f[k] + 0.01 * slopes[k] * slopes[k]);
        return updated;
    }

    private void move() {
        float[] moved = network.parameters();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += i % 2 == 0 ? 0.1f : -0.1f;
        }
        network.setParameters(moved);
    }

    /** The average is where the network was after ten steps; the springs are as stiff as F of then and of now says. */
    @Test
    void stepped_networkMovedAway_isPulledBackWhereItMatters() {
        memory.add(remembered);
        Consolidation consolidation = consolidation(ANCHORING);
        NormalRandom normal = new NormalRandom(new SeededRandom(SEED));
        float[] average = network.parameters();

        step(consolidation, memory, 10);
        double[] before = updated(new double[average.length], normal);
        move();
        float[] from = network.parameters();
        double[] f = updated(before, normal);
        step(consolidation, memory, 9);
        assertArrayEquals(from, network.parameters(), "nothing is due before the tenth step");
        step(consolidation, memory, 1);

        float[] pulled = network.parameters();
        assertNotEquals(from[from.length - 1], pulled[from.length - 1], 1e-3f, "an output's bias matters");
        for (int i = 0; i < from.length; i++) {
            double r = ANCHORING * RATE * 10 * f[i];
            assertEquals(from[i] + r / (1 + r) * (average[i] - from[i]), pulled[i], 1e-5, "parameter " + i);
        }
    }

    @Test
    void stepped_nothingRemembered_pullsNothing() {
        Consolidation consolidation = consolidation(ANCHORING);
        step(consolidation, memory, 10);
        move();
        float[] moved = network.parameters();

        step(consolidation, memory, 10);

        assertArrayEquals(moved, network.parameters());
    }

    /** The budget of a step: so many gradients beside those of what is learned and rehearsed. */
    @Test
    void stepped_twentyTimes_looksAtThreeEveryTenthStep() {
        List<Integer> drawn = new ArrayList<>();
        EpisodicMemory counting = new CountingMemory(memory, drawn);
        memory.add(remembered);
        Consolidation consolidation = consolidation(ANCHORING);

        step(consolidation, counting, 9);
        assertEquals(List.of(), drawn);
        step(consolidation, counting, 11);
        assertEquals(List.of(3, 3), drawn);
    }

    private record CountingMemory(EpisodicMemory memory, List<Integer> drawn) implements EpisodicMemory {
        @Override
        public void add(Sample sample) {
            memory.add(sample);
        }

        @Override
        public Batch sample(int count) {
            drawn.add(count);
            return memory.sample(count);
        }

        @Override
        public int size() {
            return memory.size();
        }

        @Override
        public int capacity() {
            return memory.capacity();
        }

        @Override
        public List<Sample> samples() {
            return memory.samples();
        }
    }
}
