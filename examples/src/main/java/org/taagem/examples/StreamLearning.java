package org.taagem.examples;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.learn.Agem;
import org.taagem.learn.ContinualLearner;
import org.taagem.learn.FineTuning;
import org.taagem.memory.ClusterLimits;
import org.taagem.memory.ClusteredMemory;
import org.taagem.nn.Mlp;
import org.taagem.nn.Sgd;
import org.taagem.random.Seeds;

/** Learns from a stream that moves on, without being told so, and still knows what it saw first. */
public final class StreamLearning {
    private StreamLearning() {}

    /**
     * Learns 2,000 batches and prints how well the present and the past are known.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        Seeds seeds = new Seeds(1);
        RandomGenerator world = seeds.named("world");
        ClusteredMemory memory = new ClusteredMemory(new ClusterLimits(2, 10, 3), seeds.named("memory"));
        ContinualLearner learner = new Agem(network(seeds), new Sgd(0.1), memory);
        ContinualLearner forgetful = new FineTuning(network(seeds), new Sgd(0.1));
        for (int step = 1; step <= 2000; step++) {
            int place = (step - 1) / 1000;
            Batch batch = Batch.of(points(place, 10, world).toArray(Sample[]::new));
            learner.observe(batch);
            forgetful.observe(batch);
            if (step % 1000 == 0) {
                List<Sample> now = points(place, 1000, world);
                List<Sample> past = points(0, 1000, world);
                System.out.printf(
                        Locale.ROOT,
                        "after %d batches: accuracy here %.2f, where it began %.2f; without a memory %.2f and %.2f%n",
                        step,
                        accuracy(learner, now),
                        accuracy(learner, past),
                        accuracy(forgetful, now),
                        accuracy(forgetful, past));
            }
        }
    }

    private static Mlp network(Seeds seeds) {
        return new Mlp(List.of(2, 32, 2), seeds.named("init"));
    }

    /** Points further to the right at each place; whether the upper or the lower ones are of class 1 alternates. */
    private static List<Sample> points(int place, int count, RandomGenerator world) {
        return IntStream.range(0, count)
                .mapToObj(id -> {
                    float x = 2 * place + world.nextFloat();
                    float y = 2 * world.nextFloat() - 1;
                    return new Sample(id, FeatureVector.of(x, y), (y > 0) == (place % 2 == 0) ? 1 : 0);
                })
                .toList();
    }

    private static double accuracy(ContinualLearner learner, List<Sample> samples) {
        int[] classes = learner.predict(samples.stream().map(Sample::features).toList());
        return IntStream.range(0, classes.length)
                .map(i -> classes[i] == samples.get(i).label() ? 1 : 0)
                .average()
                .orElseThrow();
    }
}
