package org.taagem.examples;

import java.util.List;
import java.util.random.RandomGenerator;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.learn.Agem;
import org.taagem.learn.ContinualLearner;
import org.taagem.memory.ClusterLimits;
import org.taagem.memory.ClusteredMemory;
import org.taagem.nn.Mlp;
import org.taagem.nn.Sgd;
import org.taagem.random.Seeds;

/** Learns points that move on half-way, to where the classes trade places, and is asked about where they began. */
final class FirstStream {
    public static void main(String... arguments) {
        Seeds seeds = new Seeds(1);
        RandomGenerator world = seeds.named("world");
        ClusteredMemory memory = new ClusteredMemory(new ClusterLimits(2, 10, 3), seeds.named("memory"));
        ContinualLearner learner = new Agem(new Mlp(List.of(2, 32, 2), seeds.named("init")), new Sgd(0.05), memory);
        for (int id = 0; id < 20_000; id++) {
            learner.observe(Batch.of(point(id, world.nextFloat() + (id < 10_000 ? 0 : 2), world)));
        }
        int right = 0;
        for (int i = 0; i < 1000; i++) {
            Sample past = point(i, world.nextFloat(), world);
            right += learner.predict(List.of(past.features()))[0] == past.label() ? 1 : 0;
        }
        System.out.println(right + " of 1000 right where the stream began");
    }

    private static Sample point(int id, float x, RandomGenerator world) {
        float y = 2 * world.nextFloat() - 1;
        return new Sample(id, FeatureVector.of(x, y), (y > 0) == (x < 1) ? 1 : 0);
    }
}
