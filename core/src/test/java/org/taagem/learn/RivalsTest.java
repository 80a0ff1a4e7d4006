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
import org.taagem.memory.Reservoir;
import org.taagem.memory.Ring;
import org.taagem.nn.Gradient;
import org.taagem.nn.Mlp;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What each learner descends, against arithmetic by hand. */
class RivalsTest {
    private static final List<Integer> SIZES = List.of(7, 6, 3);
    private static final Samples.Shape SHAPE = new Samples.Shape(7, 3);
    private static final PoolLimits LIMITS = new PoolLimits(3, 9);

    private final SeededRandom random = new SeededRandom(11);
    private final Mlp network = new Mlp(SIZES, new SeededRandom(5));
    private final Recorder recorder = new Recorder(0.1);

    private Batch batch(int firstId, int size) {
        return Samples.randomBatch(firstId, size, SHAPE, random);
    }

    private static EpisodicMemory ring() {
        return new PooledMemory(LIMITS, new Ring(LIMITS), Draw.EVEN, new SeededRandom(2));
    }

    private static Rehearsal all(EpisodicMemory memory) {
        return new Rehearsal(memory, ReferenceBatch.ALL, new MemoryWriter(memory, 1));
    }

    private float[] gradient(Batch batch) {
        Gradient gradient = network.newGradient();
        gradient.compute(batch);
        return gradient.toArray();
    }

    private static void assertClose(double[] expected, float[] actual, double tolerance) {
        double[] wide = new double[actual.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = actual[i];
        }
        assertArrayEquals(expected, wide, tolerance);
    }

    @Test
    void experienceReplay_weightOne_descendsTheMeanOverBatchAndMemory() {
        EpisodicMemory memory = ring();
        List<Sample> together = new ArrayList<>(Samples.list(batch(0, 6)));
        together.forEach(memory::add);
        List<Sample> kept = memory.samples();
        Batch batch = batch(10, 4);
        List<Sample> union = new ArrayList<>(Samples.list(batch));
        union.addAll(kept);
        float[] expected = gradient(Batch.of(union.toArray(Sample[]::new)));

        new ExperienceReplay(network, recorder, all(memory), 1).observe(batch);

        assertArrayEquals(expected, recorder.last(), 1e-6f);
    }

    @Test
    void experienceReplay_weightTwo_countsTheMemoryTwice() {
        EpisodicMemory memory = ring();
        Samples.list(batch(0, 4)).forEach(memory::add);
        List<Sample> union = new ArrayList<>(memory.samples());
        union.addAll(memory.samples());
        Batch batch = batch(10, 2);
        union.addAll(Samples.list(batch));
        float[] expected = gradient(Batch.of(union.toArray(Sample[]::new)));

        new ExperienceReplay(network, recorder, all(memory), 2).observe(batch);

        assertArrayEquals(expected, recorder.last(), 1e-6f);
    }

    @Test
    void mega_firstRule_addsTheMemoryByTheRatioOfLosses() {
        EpisodicMemory memory = ring();
        Samples.list(batch(0, 6)).forEach(memory::add);
        Batch kept = Batch.of(memory.samples().toArray(Sample[]::new));
        Batch batch = batch(10, 4);
        float[] g = gradient(batch);
        float[] gRef = gradient(kept);
        double ratio =
                network.newGradient().compute(kept) / network.newGradient().compute(batch);
        double[] expected = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            expected[i] = g[i] + ratio * gRef[i];
        }

        new Mega(network, recorder, all(memory), LossBalance.MEGA_1).observe(batch);

        assertClose(expected, recorder.last(), 1e-6);
    }

    @Test
    void mega_secondRule_keepsTheLengthOfTheGradient() {
        EpisodicMemory memory = ring();
        Samples.list(batch(0, 6)).forEach(memory::add);
        Batch batch = batch(10, 4);
        float[] g = gradient(batch);

        new Mega(network, recorder, all(memory), LossBalance.MEGA_2).observe(batch);

        assertEquals(dot(g, g), dot(recorder.last(), recorder.last()), 1e-6 * dot(g, g));
        assertTrue(Math.abs(dot(g, recorder.last()) / dot(g, g) - 1) > 1e-3, "the gradient was not turned");
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /** Logits (1, 3), stored (0, 5): mean square (1 + 4) / 2, derivatives 2 (1, -2) / 2. */
    @Test
    void logitMatching_twoLogits_isTheirMeanSquare() {
        float[] logits = {1, 3};
        Sample stored = Samples.sample(0, 0, 1).withLogits(new float[] {0, 5});

        assertEquals(2.5, new LogitMatching().differentiate(Batch.of(stored), 0, logits));
        assertArrayEquals(new float[] {1, -2}, logits);
        assertEquals(0, new LogitMatching().differentiate(Batch.of(Samples.sample(0, 0, 1)), 0, logits));
        assertArrayEquals(new float[] {0, 0}, logits);
    }

    @Test
    void darkExperienceReplay_offeredSamples_carryTheLogitsFromBeforeTheStep() {
        EpisodicMemory memory = ring();
        Batch batch = batch(0, 3);
        float[] logits = new float[3];
        Gradient before = network.newGradient();
        before.compute(batch);
        before.copyLogits(0, logits);

        new DarkExperienceReplay(network, recorder, all(memory), new DarkExperienceReplay.Weights(0.5, 0.5))
                .observe(batch);

        assertArrayEquals(logits, memory.samples().get(0).logits().orElseThrow().toArray());
    }

    /** The loss of alpha and beta against finite differences of the three losses together. */
    @Test
    void darkExperienceReplay_fullMemory_descendsTheSumOfItsLosses() {
        EpisodicMemory memory = ring();
        for (Sample sample : Samples.list(batch(0, 6))) {
            memory.add(sample.withLogits(new float[] {random.nextFloat(), random.nextFloat(), -random.nextFloat()}));
        }
        Batch kept = Batch.of(memory.samples().toArray(Sample[]::new));
        Batch batch = batch(10, 4);
        float[] parameters = network.parameters();
        double[] expected = new double[parameters.length];
        float step = 1e-2f;
        for (int i = 0; i < parameters.length; i++) {
            expected[i] =
                    (lossAt(parameters, i, step, batch, kept) - lossAt(parameters, i, -step, batch, kept)) / (2 * step);
        }
        network.setParameters(parameters);

        new DarkExperienceReplay(network, recorder, all(memory), new DarkExperienceReplay.Weights(0.7, 0.3))
                .observe(batch);

        assertClose(expected, recorder.last(), 2e-3);
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    private double lossAt(float[] parameters, int moved, float step, Batch batch, Batch kept) {
        float[] there = parameters.clone();
        there[moved] += step;
        network.setParameters(there);
        Gradient gradient = network.newGradient();
        return gradient.compute(batch)
                + 0.7 * gradient.compute(kept, new LogitMatching())
                + 0.3 * gradient.compute(kept);
    }

    @Test
    void taskwiseAgem_beforeATaskHasEnded_doesNotRehearseIt() {
        EpisodicMemory memory = ring();
        TaskwiseAgem agem = new TaskwiseAgem(network, recorder, all(memory), new TaskSamples(RivalsTest::ring, 1));
        agem.observe(batch(0, 3));
        agem.observe(batch(3, 3));
        assertEquals(0, agem.comparedSteps());
        assertEquals(0, memory.size());

        agem.endTask();
        agem.observe(batch(6, 3));

        assertEquals(1, agem.comparedSteps());
        assertEquals(
                List.of(0, 3),
                memory.samples().stream().map(Sample::id).sorted().toList());
    }

    /**
     * One input of 2, two classes, no hidden layer: with probabilities p of the classes, the expected square of the derivative of
     * a log-probability by a weight is 4 p (1 - p), by a bias p (1 - p).
     */
    @Test
    void onlineEwc_afterATask_isHeldBackByTheFisherInformation() {
        Mlp small = new Mlp(List.of(1, 2), new SeededRandom(4));
        small.setParameters(new float[] {0.5f, -0.5f, 0, 0});
        OnlineEwc ewc = new OnlineEwc(
                small,
                recorder,
                new OnlineEwc.Strength(10, 1),
                new TaskSamples(
                        () -> new PooledMemory(LIMITS, new Reservoir(LIMITS, random), Draw.UNIFORM, random), 1));
        Batch batch = Batch.of(Samples.sample(0, 0, 2));
        ewc.observe(batch);
        float[] anchor = small.parameters();
        double logit = 2 * (anchor[0] - anchor[1]) + anchor[2] - anchor[3];
        double p = 1 / (1 + Math.exp(-logit));
        ewc.endTask();
        ewc.observe(batch);
        float[] moved = small.parameters();
        Gradient plain = small.newGradient();
        plain.compute(batch);
        float[] g = plain.toArray();

        ewc.observe(batch);

        double[] fisher = {4 * p * (1 - p), 4 * p * (1 - p), p * (1 - p), p * (1 - p)};
        double[] expected = new double[4];
        for (int i = 0; i < 4; i++) {
            expected[i] = g[i] + 10 * fisher[i] * (moved[i] - anchor[i]);
        }
        assertClose(expected, recorder.last(), 1e-6);
        assertTrue(Math.abs(expected[0] - g[0]) > 1e-3, "the springs did nothing");
    }

    @Test
    void orthogonalGradientDescent_everyStep_isOrthogonalToAllThatIsKept() {
        EpisodicMemory memory = ring();
        OrthogonalGradientDescent ogd = new OrthogonalGradientDescent(network, recorder, all(memory));
        List<float[]> kept = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            ogd.observe(batch(5 * step, 5));
            for (int k = 0; k < kept.size(); k++) {
                double lengths = Math.sqrt(dot(kept.get(k), kept.get(k)) * dot(recorder.last(), recorder.last()));
                assertTrue(Math.abs(dot(kept.get(k), recorder.last())) <= 1e-5 * lengths, "step " + step);
            }
            refresh(memory, ids, kept);
        }
        assertEquals(9, kept.size());
    }

    /** Brings the gradients up to date as the learner should: those of new samples at the parameters of now. */
    private void refresh(EpisodicMemory memory, List<Integer> ids, List<float[]> kept) {
        List<Integer> now = memory.samples().stream().map(Sample::id).toList();
        for (int k = ids.size() - 1; k >= 0; k--) {
            if (!now.contains(ids.get(k))) {
                ids.remove(k);
                kept.remove(k);
            }
        }
        for (Sample sample : memory.samples()) {
            if (!ids.contains(sample.id())) {
                Gradient gradient = network.newGradient();
                gradient.compute(Batch.of(sample), (of, row, logits) -> {
                    Arrays.fill(logits, 0);
                    logits[of.get(row).label()] = 1;
                    return 0;
                });
                ids.add(sample.id());
                kept.add(gradient.toArray());
            }
        }
    }
}
