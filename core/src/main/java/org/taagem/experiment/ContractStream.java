package org.taagem.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.memory.ClusterLimits;
import org.taagem.random.SeededRandom;

/** The small stream that contracts are tested on. Its batches are of 1 to 5 samples, so that buffers grow and shrink. */
final class ContractStream {
    static final int FEATURES = 11;
    static final int CLASSES = 3;
    static final int BATCHES = 60;

    /** Room for 18 samples, which the stream fills several times. */
    static final ClusterLimits LIMITS = new ClusterLimits(CLASSES, 3, 2);

    private static final int MOST_PER_BATCH = 5;

    private ContractStream() {}

    /** Makes the batches, the same each time. */
    static List<Batch> batches() {
        SeededRandom random = new SeededRandom(12);
        List<Batch> batches = new ArrayList<>();
        for (int b = 0; b < BATCHES; b++) {
            Sample[] samples = new Sample[1 + b * 3 % MOST_PER_BATCH];
            for (int i = 0; i < samples.length; i++) {
                int label = random.nextInt(CLASSES);
                samples[i] = new Sample(MOST_PER_BATCH * b + i, features(random), label);
            }
            batches.add(Batch.of(samples));
        }
        return batches;
    }

    /** Draws features of which about half are zero. */
    private static FeatureVector features(SeededRandom random) {
        float[] dense = new float[FEATURES];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = random.nextInt(2) * (2 * random.nextFloat() - 1);
        }
        return FeatureVector.of(dense);
    }

    static List<Sample> samples(Batch batch) {
        return IntStream.range(0, batch.size()).mapToObj(batch::get).toList();
    }

    static List<Sample> samples(List<Batch> batches) {
        return batches.stream().flatMap(batch -> samples(batch).stream()).toList();
    }

    static List<FeatureVector> inputs(Batch batch) {
        return samples(batch).stream().map(Sample::features).toList();
    }
}
