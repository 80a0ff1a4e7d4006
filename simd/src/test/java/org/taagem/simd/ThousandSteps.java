package org.taagem.simd;

import java.util.Arrays;
import java.util.List;

import org.taagem.data.BatchBuffer;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.learn.Agem;
import org.taagem.learn.AgemProjection;
import org.taagem.learn.ReferenceBatch;
import org.taagem.learn.Rehearsal;
import org.taagem.memory.ClusterLimits;
import org.taagem.memory.ClusteredMemory;
import org.taagem.memory.MemoryWriter;
import org.taagem.nn.Kernel;
import org.taagem.nn.Mlp;
import org.taagem.nn.Sgd;
import org.taagem.random.SeededRandom;

/** Trains for a thousand steps and sums up all parameters in one number; as a program, with the kernel in vectors. */
final class ThousandSteps {
    private static final int FEATURES = 101;
    private static final int CLASSES = 5;

    static final List<ReferenceBatch> SIZES = List.of(ReferenceBatch.BATCH, ReferenceBatch.ALL, ReferenceBatch.of(33));

    private final SeededRandom random = new SeededRandom(3);
    private final Mlp network;
    private final Agem agem;

    ThousandSteps(Kernel kernel, ReferenceBatch size) {
        network = new Mlp(List.of(FEATURES, 37, 150, CLASSES), new SeededRandom(1), kernel);
        ClusteredMemory memory = new ClusteredMemory(new ClusterLimits(CLASSES, 20, 3), new SeededRandom(2));
        Rehearsal rehearsal = new Rehearsal(memory, size, new MemoryWriter(memory, 1));
        agem = new Agem(network, new Sgd(0.02), rehearsal, new AgemProjection());
    }

    /** Prints the vectors' width and a number for each way of drawing from the memory. */
    public static void main(String[] args) {
        System.out.println(new SimdKernel().description());
        for (ReferenceBatch size : SIZES) {
            System.out.println(new ThousandSteps(new SimdKernel(), size).hash());
        }
    }

    /** Returns a number that is the same for the same parameters only, but for a chance of 2^-32. */
    int hash() {
        BatchBuffer batch = new BatchBuffer(10);
        for (int step = 0; step < 1000; step++) {
            batch.clear();
            // now and then a smaller batch, so that sizes change on the way
            int count = step % 7 == 0 ? 3 : 10;
            for (int i = 0; i < count; i++) {
                batch.add(sample(10 * step + i, step / 250));
            }
            agem.observe(batch);
        }
        if (agem.projectedSteps() == 0) {
            throw new IllegalStateException("no step was projected, so this run proves nothing about projections");
        }
        return Arrays.hashCode(network.parameters());
    }

    /** A noisy picture of its class, which every task shows elsewhere. */
    private Sample sample(int id, int task) {
        int label = random.nextInt(CLASSES);
        float[] features = new float[FEATURES];
        for (int f = 0; f < FEATURES; f++) {
            boolean bright = (f + 31 * task) % CLASSES == label;
            features[f] = random.nextInt(3) == 0 ? random.nextFloat() * (bright ? 1 : 0.3f) : 0;
        }
        return new Sample(id, FeatureVector.of(features), label);
    }
}
