package org.taagem.learn;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.data.Batch;
import org.taagem.memory.Assignment;
import org.taagem.memory.ClusterLimits;
import org.taagem.memory.ClusteredMemory;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.MemoryWriter;
import org.taagem.memory.Removal;
import org.taagem.nn.LearningRate;
import org.taagem.nn.Mlp;
import org.taagem.nn.ReferenceMlp;
import org.taagem.nn.Sgd;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AgemTest {
    private static final List<Integer> SIZES = List.of(23, 17, 13, 4);
    private static final Samples.Shape SHAPE = new Samples.Shape(23, 4);
    private static final double RATE = 0.05;
    private static final int STEPS = 300;

    private static EpisodicMemory memory() {
        return new ClusteredMemory(new ClusterLimits(4, 5, 3), Assignment.MERGE, Removal.FURTHEST, new SeededRandom(2));
    }

    static List<ReferenceBatch> references() {
        return Learners.REFERENCES;
    }

    /** Not only single gradients: whole courses of training agree with dense arithmetic in double precision. */
    @ParameterizedTest
    @MethodSource("references")
    void observe_manySteps_followsThePlainAlgorithm(ReferenceBatch size) {
        Mlp network = new Mlp(SIZES, new SeededRandom(1));
        ReferenceMlp reference = new ReferenceMlp(SIZES, network.parameters());
        EpisodicMemory memory = memory();
        Rehearsal rehearsal = new Rehearsal(memory, size, new MemoryWriter(memory, 1));
        Agem agem = new Agem(network, new Sgd(LearningRate.constant(RATE)), rehearsal, new AgemProjection());
        EpisodicMemory referenceMemory = memory();
        SeededRandom random = new SeededRandom(3);
        long projected = 0;
        for (int step = 0; step < STEPS; step++) {
            Batch batch = Samples.randomBatch(10 * step, 10, SHAPE, random);
            double loss = reference.loss(batch);
            projected += stepPlainly(reference, batch, referenceMemory.sample(size.size(10))) ? 1 : 0;
            referenceMemory.add(batch.get(0));

            assertEquals(loss, agem.observe(batch), 1e-4, "loss of step " + step);
        }

        assertEquals(referenceMemory.samples(), memory.samples());
        float[] parameters = network.parameters();
        for (int i = 0; i < parameters.length; i++) {
            assertEquals(reference.parameters[i], parameters[i], 1e-4, "parameter " + i);
        }
        assertEquals(STEPS - 1, agem.comparedSteps());
        assertEquals(projected, agem.projectedSteps());
        assertEquals((double) projected / (STEPS - 1), agem.projectionRate());
        assertTrue(projected > 0 && projected < STEPS - 1, "projected " + projected + " times: nothing was compared");
    }

    /** Eq. 11 of Chaudhry et al., word by word; returns whether the gradient was projected. */
    private static boolean stepPlainly(ReferenceMlp reference, Batch batch, Batch fromMemory) {
        double[] g = reference.gradient(batch);
        boolean opposed = false;
        if (fromMemory.size() > 0) {
            double[] gRef = reference.gradient(fromMemory);
            double dot = dot(g, gRef);
            opposed = dot < 0;
            if (opposed) {
                double factor = dot / dot(gRef, gRef);
                for (int i = 0; i < g.length; i++) {
                    g[i] -= factor * gRef[i];
                }
            }
        }
        for (int i = 0; i < g.length; i++) {
            reference.parameters[i] -= RATE * g[i];
        }
        return opposed;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void projectionRate_beforeAnyComparison_isZero() {
        Mlp network = new Mlp(SIZES, new SeededRandom(1));
        EpisodicMemory memory = memory();
        Rehearsal rehearsal = new Rehearsal(memory, ReferenceBatch.ALL, new MemoryWriter(memory, 1));
        Agem agem = new Agem(network, new Sgd(LearningRate.constant(RATE)), rehearsal, new AgemProjection());

        assertEquals(0, agem.projectionRate());
        agem.observe(Samples.randomBatch(0, 10, SHAPE, new SeededRandom(3)));
        assertEquals(0, agem.comparedSteps());
        assertEquals(0, agem.projectionRate());
    }
}
