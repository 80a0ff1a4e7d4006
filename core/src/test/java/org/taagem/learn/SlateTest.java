package org.taagem.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.taagem.data.Batch;
import org.taagem.data.Sample;
import org.taagem.memory.Draw;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.MemoryWriter;
import org.taagem.memory.PoolLimits;
import org.taagem.memory.PooledMemory;
import org.taagem.memory.Ring;
import org.taagem.nn.Loss;
import org.taagem.nn.Mlp;
import org.taagem.nn.Network;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SlateTest {
    private static final Samples.Shape SHAPE = new Samples.Shape(7, 3);
    private static final Consolidation.Settings SLOW = new Consolidation.Settings(1000, 10_000, 0.4, 0);

    private final SeededRandom random = new SeededRandom(11);
    private final Mlp network = new Mlp(List.of(7, 6, 3), new SeededRandom(5));
    private final EpisodicMemory memory =
            new PooledMemory(new PoolLimits(3, 9), new Ring(new PoolLimits(3, 9)), Draw.EVEN, new SeededRandom(6));

    private static float[] logits(Mlp network, Sample sample) {
        float[] logits = new float[3];
        network.logits(Batch.of(sample), logits);
        return logits;
    }

    private Slate slate(Slate.Weights weights, Consolidation.Settings how, Recorder recorder) {
        Rehearsal all = new Rehearsal(memory, ReferenceBatch.ALL, new MemoryWriter(memory, 1));
        return new Slate(recorder, all, weights, new Consolidation(network, how, new SeededRandom(9)));
    }

    /** Logits (1, 3), aimed at (0, 3.5) with strength 2: within a tolerance of 0.75 the differences are 0.75 and -0.5. */
    @Test
    void pulledLoss_twoLogits_addsThePullWithinItsTolerance() {
        PulledLoss loss = new PulledLoss(2, new PulledLoss.Weights(0.5, 0.75), (batch, row, target) -> {
            target[0] = 0;
            target[1] = 3.5f;
            return 2;
        });
        Batch batch = Batch.of(Samples.sample(0, 1, 1));
        float[] ofCrossEntropy = {1, 3};
        double crossEntropy = Loss.CROSS_ENTROPY.differentiate(batch, 0, ofCrossEntropy);
        float[] logits = {1, 3};

        assertEquals(crossEntropy, loss.differentiate(batch, 0, logits));
        assertEquals(0.5 * ofCrossEntropy[0] + 2 * 2 * 0.75 / 2, logits[0], 1e-6);
        assertEquals(0.5 * ofCrossEntropy[1] - 2 * 2 * 0.5 / 2, logits[1], 1e-6);
    }

    /**
     * After one step, averages of which the fast one looks back over two are half mature: teaching counts 3 / 2. The slow one, which teaches,
     * looks back over 1.1.
     */
    @Test
    void observe_secondStep_isTheGradientOfItsLoss() {
        Recorder recorder = new Recorder(0.5);
        Slate slate = slate(new Slate.Weights(0.7, 2, 3, 1), new Consolidation.Settings(2, 10_000, 0.4, 0), recorder);
        Mlp teacher = network.copy();
        Batch first = Samples.randomBatch(0, 4, SHAPE, random);
        slate.observe(first);
        teacher.approach(network, 1 / 1.1);
        Batch batch = Samples.randomBatch(4, 4, SHAPE, random);
        Mlp before = network.copy();
        List<Sample> remembered = memory.samples();

        slate.observe(batch);

        float[] step = recorder.last();
        for (int i = 0; i < step.length; i += 5) {
            assertEquals(slope(before, i, batch, remembered, teacher), step[i], 2e-3, "parameter " + i);
        }
    }

    /** By finite differences. */
    private static double slope(Mlp at, int i, Batch batch, List<Sample> remembered, Mlp teacher) {
        float h = 1e-2f;
        float[] theta = at.parameters();
        Mlp moved = at.copy();
        theta[i] += h;
        moved.setParameters(theta);
        double up = loss(moved, batch, remembered, teacher);
        theta[i] -= 2 * h;
        moved.setParameters(theta);
        return (up - loss(moved, batch, remembered, teacher)) / (2 * h);
    }

    private static double loss(Mlp network, Batch batch, List<Sample> remembered, Mlp teacher) {
        double loss = 0;
        for (int r = 0; r < batch.size(); r++) {
            Sample sample = batch.get(r);
            float[] taught = logits(teacher, sample);
            double gate = Math.exp(-crossEntropy(taught, sample));
            float[] z = logits(network, sample);
            loss += (crossEntropy(z, sample) + 1.5 * gate * huber(z, taught)) / batch.size();
        }
        for (Sample sample : remembered) {
            float[] stored = new float[3];
            sample.logits().orElseThrow().copyTo(stored);
            float[] taught = logits(teacher, sample);
            float[] better = crossEntropy(taught, sample) < crossEntropy(stored, sample) ? taught : stored;
            float[] z = logits(network, sample);
            loss += (0.7 * crossEntropy(z, sample) + 2 * huber(z, better)) / remembered.size();
        }
        return loss;
    }

    private static double crossEntropy(float[] z, Sample sample) {
        double sum = 0;
        for (float logit : z) {
            sum += Math.exp(logit);
        }
        return Math.log(sum) - z[sample.label()];
    }

    private static double huber(float[] z, float[] target) {
        double sum = 0;
        for (int j = 0; j < z.length; j++) {
            double d = Math.abs(z[j] - target[j]);
            sum += d <= 1 ? d * d : 2 * d - 1;
        }
        return sum / z.length;
    }

    @Test
    void observe_offeredSamples_carryTheLogitsFromBeforeTheStep() {
        Batch batch = Samples.randomBatch(0, 4, SHAPE, random);
        float[] before = logits(network, batch.get(0));

        slate(new Slate.Weights(1, 1, 3, 1), SLOW, new Recorder(0.5)).observe(batch);

        float[] kept = new float[3];
        memory.samples().get(0).logits().orElseThrow().copyTo(kept);
        assertArrayEquals(before, kept);
    }

    /**
     * Averages are taken every 10 steps: the first time the fast one looks back over 1 + 10/10 steps and the lasting one over 1 + 0.4 x 10,
     * the second over 3 and 9: each time less than 10, so both are the network.
     */
    @Test
    void answering_youngLearner_isTheNetworkOfTheTwentiethStep() {
        Slate slate = slate(new Slate.Weights(1, 1, 3, 1), SLOW, new Recorder(0.1));
        List<float[]> history = new ArrayList<>();
        for (int step = 1; step <= 25; step++) {
            slate.observe(Samples.randomBatch(4 * step, 4, SHAPE, random));
            history.add(network.parameters());
        }

        for (Network member : slate.answering().members()) {
            assertArrayEquals(history.get(19), member.parameters());
        }
        assertFalse(Arrays.equals(history.get(24), network(slate, 0)));
    }

    private static float[] network(Slate slate, int member) {
        return slate.answering().members().get(member).parameters();
    }

    /** The fast average looks back over 5 steps, fewer than 10, and so is the network; the lasting one over 81 of 200. */
    @Test
    void answering_olderLearner_areTheFastAndTheLastingAverage() {
        Slate slate =
                slate(new Slate.Weights(1, 1, 3, 1), new Consolidation.Settings(5, 50, 0.4, 0), new Recorder(0.1));
        double[] lasting = wide(network.parameters());
        for (int step = 1; step <= 200; step++) {
            slate.observe(Samples.randomBatch(4 * step, 4, SHAPE, random));
            if (step % 10 == 0) {
                double share = Math.min(1, 10 / (1 + 0.4 * step));
                float[] now = network.parameters();
                Arrays.setAll(lasting, i -> lasting[i] + share * (now[i] - lasting[i]));
            }
        }

        assertArrayEquals(network.parameters(), network(slate, 0));
        float[] answering = network(slate, 1);
        for (int i = 0; i < answering.length; i++) {
            assertEquals(lasting[i], answering[i], 1e-5);
        }
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }

    @Test
    void settings_belowTheirRange_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Slate.Weights(-1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Slate.Weights(1, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Consolidation.Settings(0.5, 10, 0.4, 1));
        assertThrows(IllegalArgumentException.class, () -> new Consolidation.Settings(1, 10, 0.4, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Consolidation.Settings(1, 10, 0, 1));
    }
}
