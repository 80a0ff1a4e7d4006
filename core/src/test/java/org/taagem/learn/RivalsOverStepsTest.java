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
import org.taagem.random.NormalRandom;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What learners carry from one step, or one task, to the next, against arithmetic by hand. */
class RivalsOverStepsTest {
    private static final Samples.Shape SHAPE = new Samples.Shape(7, 3);
    private static final PoolLimits LIMITS = new PoolLimits(3, 9);

    private final SeededRandom random = new SeededRandom(11);
    private final Mlp network = new Mlp(List.of(7, 6, 3), new SeededRandom(5));
    private final Recorder recorder = new Recorder(0.1);

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }

    private static double[] gradient(Mlp network, Batch batch) {
        Gradient gradient = network.newGradient();
        gradient.compute(batch);
        return wide(gradient.toArray());
    }

    /** Zeno et al. 2018, equations for mu and sigma: after the first step every parameter has a spread of its own. */
    @Test
    void bayesianGradientDescent_threeSteps_followMeansAndSpreads() {
        BayesianGradientDescent.Settings settings = new BayesianGradientDescent.Settings(0.3, 0.5, 4);
        NormalRandom normal = new NormalRandom(new SeededRandom(9));
        double[] mu = wide(network.parameters());
        double[] sigma = new double[mu.length];
        Arrays.fill(sigma, settings.sigma());
        Mlp learning = new Mlp(List.of(7, 6, 3), new SeededRandom(5));
        BayesianGradientDescent bgd = new BayesianGradientDescent(learning, settings, new SeededRandom(9));
        for (int step = 0; step < 3; step++) {
            Batch batch = Samples.randomBatch(3 * step, 3, SHAPE, random);
            bgdByHand(settings, batch, normal, new double[][] {mu, sigma});
            bgd.observe(batch);
            assertArrayEquals(mu, wide(learning.parameters()), 1e-5, "after step " + (step + 1));
        }
        double spread = Arrays.stream(sigma).map(s -> Math.abs(s - 0.3)).max().orElse(0);
        assertTrue(spread > 1e-3, "the spreads stayed as they were");
    }

    private void bgdByHand(
            BayesianGradientDescent.Settings settings, Batch batch, NormalRandom normal, double[][] muAndSigma) {
        double[] mu = muAndSigma[0];
        double[] sigma = muAndSigma[1];
        double[] meanG = new double[mu.length];
        double[] meanGEpsilon = new double[mu.length];
        for (int draw = 0; draw < settings.draws(); draw++) {
            float[] epsilon = noise(batch, normal);
            float[] theta = new float[mu.length];
            for (int i = 0; i < mu.length; i++) {
                theta[i] = (float) (mu[i] + epsilon[i] * sigma[i]);
            }
            network.setParameters(theta);
            double[] g = gradient(network, batch);
            for (int i = 0; i < mu.length; i++) {
                meanG[i] += batch.size() * g[i] / settings.draws();
                meanGEpsilon[i] += batch.size() * g[i] * epsilon[i] / settings.draws();
            }
        }
        for (int i = 0; i < mu.length; i++) {
            double half = sigma[i] * meanGEpsilon[i] / 2;
            mu[i] -= settings.eta() * sigma[i] * sigma[i] * meanG[i];
            sigma[i] = sigma[i] * Math.sqrt(1 + half * half) - sigma[i] * half;
        }
    }

    /** Noise is drawn row by row, a row being the weights of an input; inputs that are zero in the whole batch have none. */
    private static float[] noise(Batch batch, NormalRandom normal) {
        float[] noise = new float[7 * 6 + 6 + 6 * 3 + 3];
        for (int input = 0; input < 7; input++) {
            int at = input;
            if (Samples.list(batch).stream()
                    .anyMatch(sample -> sample.features().toArray()[at] != 0)) {
                normal.fill(noise, 6 * input, 6 * input + 6);
            }
        }
        normal.fill(noise, 42, 48);
        for (int row = 48; row < noise.length; row += 3) {
            normal.fill(noise, row, row + 3);
        }
        return noise;
    }

    /** One input x, two classes, no hidden layer: F of a weight is x^2 p (1 - p), of a bias p (1 - p), as means over samples. */
    @Test
    void onlineEwc_secondTask_addsItsFisherInformationToAShareOfTheFormer() {
        Mlp small = new Mlp(List.of(1, 2), new SeededRandom(4));
        small.setParameters(new float[] {0.5f, -0.5f, 0, 0});
        OnlineEwc ewc = new OnlineEwc(
                small,
                recorder,
                new OnlineEwc.Strength(10, 0.25),
                new TaskSamples(
                        () -> new PooledMemory(LIMITS, new Reservoir(LIMITS, random), Draw.UNIFORM, random), 1));
        double[] former = endTask(ewc, small, 2, 1);
        double[] latter = endTask(ewc, small, 1.5f, 0.5f);
        float[] anchor = small.parameters();
        Batch batch = Batch.of(Samples.sample(9, 1, 2));
        ewc.observe(batch);
        float[] moved = small.parameters();
        double[] expected = gradient(small, batch);
        for (int i = 0; i < 4; i++) {
            expected[i] += 10 * (0.25 * former[i] + latter[i]) * (moved[i] - anchor[i]);
        }

        ewc.observe(batch);

        assertArrayEquals(expected, wide(recorder.last()), 1e-6);
    }

    /** Learns a task of two samples and returns its Fisher information, computed at its end. */
    private static double[] endTask(OnlineEwc ewc, Mlp small, float... inputs) {
        for (int i = 0; i < inputs.length; i++) {
            ewc.observe(Batch.of(Samples.sample(i, i % 2, inputs[i])));
        }
        float[] at = small.parameters();
        double[] fisher = new double[4];
        for (float x : inputs) {
            double p = 1 / (1 + Math.exp(-(x * (at[0] - at[1]) + at[2] - at[3])));
            double[] ofSample = {x * x * p * (1 - p), x * x * p * (1 - p), p * (1 - p), p * (1 - p)};
            Arrays.setAll(fisher, i -> fisher[i] + ofSample[i] / inputs.length);
        }
        ewc.endTask();
        return fisher;
    }

    /** What is left of a gradient once Gram and Schmidt have taken from it what is along those kept. */
    @Test
    void orthogonalGradientDescent_everyStep_isTheGradientWithoutItsPartAlongThoseKept() {
        EpisodicMemory memory = new PooledMemory(LIMITS, new Ring(LIMITS), Draw.EVEN, new SeededRandom(2));
        OrthogonalGradientDescent ogd = new OrthogonalGradientDescent(
                network, recorder, new Rehearsal(memory, ReferenceBatch.ALL, new MemoryWriter(memory, 1)));
        List<double[]> kept = new ArrayList<>();
        for (int step = 0; step < 5; step++) {
            Batch batch = Samples.randomBatch(5 * step, 5, SHAPE, random);
            Sample first = batch.get(0);
            double[] expected = gradient(network, batch);
            kept.forEach(unit -> subtract(expected, unit, dot(expected, unit)));

            ogd.observe(batch);

            assertArrayEquals(expected, wide(recorder.last()), 1e-5, "step " + step);
            double[] unit = logitGradient(first);
            kept.forEach(other -> subtract(unit, other, dot(unit, other)));
            double length = Math.sqrt(dot(unit, unit));
            Arrays.setAll(unit, i -> unit[i] / length);
            kept.add(unit);
        }
    }

    private double[] logitGradient(Sample sample) {
        Gradient gradient = network.newGradient();
        gradient.compute(Batch.of(sample), (of, row, logits) -> {
            Arrays.fill(logits, 0);
            logits[of.get(row).label()] = 1;
            return 0;
        });
        return wide(gradient.toArray());
    }

    private static void subtract(double[] from, double[] unit, double times) {
        Arrays.setAll(from, i -> from[i] - times * unit[i]);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
