package org.taagem.testing;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;

/** Made-up samples. */
public final class Samples {
    private Samples() {}

    public static Sample sample(int id, int label, float... features) {
        return new Sample(id, FeatureVector.of(features), label);
    }

    /** Draws {@code length} features in -1..1, about half of them zero. */
    public static FeatureVector randomVector(int length, RandomGenerator random) {
        float[] dense = new float[length];
        for (int i = 0; i < length; i++) {
            dense[i] = random.nextInt(2) * (2 * random.nextFloat() - 1);
        }
        return FeatureVector.of(dense);
    }

    /** Makes a batch whose ids count up from {@code firstId} and whose labels are below {@code classes}. */
    public static Batch randomBatch(int firstId, int size, Shape shape, RandomGenerator random) {
        Sample[] samples = new Sample[size];
        for (int i = 0; i < size; i++) {
            int label = random.nextInt(shape.classes());
            samples[i] = new Sample(firstId + i, randomVector(shape.features(), random), label);
        }
        return Batch.of(samples);
    }

    public static List<Sample> list(Batch batch) {
        return IntStream.range(0, batch.size()).mapToObj(batch::get).toList();
    }

    /** What all samples of a stream have in common. */
    public record Shape(int features, int classes) {}
}
