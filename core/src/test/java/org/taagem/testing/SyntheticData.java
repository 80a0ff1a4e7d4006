package org.taagem.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.taagem.data.Dataset;
import org.taagem.data.FeatureVector;
import org.taagem.data.ImageShape;
import org.taagem.data.NativeTask;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.random.SeededRandom;

/** Small made-up data that can be learned in a moment: noisy copies of one drawing per class. */
public final class SyntheticData {
    public static final String NAME = "synthetic";
    private static final long SEED = 6;
    private static final double NOISE = 0.1;

    private SyntheticData() {}

    /** Makes 6x6 images of 4 classes, the classes in turn; ids count from 0 in both parts. */
    public static TrainTest images(int train, int test) {
        return images(4, train, test);
    }

    /** Makes 6x6 images of as many classes as wanted, the classes in turn. */
    public static TrainTest images(int classes, int train, int test) {
        RandomGenerator random = new SeededRandom(SEED);
        ImageShape shape = new ImageShape(6, 6);
        List<boolean[]> drawings = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            drawings.add(drawing(shape.pixels(), random));
        }
        return of(copies(drawings, shape, train, random), copies(drawings, shape, test, random));
    }

    private static boolean[] drawing(int pixels, RandomGenerator random) {
        boolean[] inked = new boolean[pixels];
        for (int p = 0; p < pixels; p++) {
            inked[p] = random.nextInt(3) == 0;
        }
        return inked;
    }

    private static Dataset copies(List<boolean[]> drawings, ImageShape shape, int count, RandomGenerator random) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int label = i % drawings.size();
            float[] pixels = new float[shape.pixels()];
            for (int p = 0; p < pixels.length; p++) {
                boolean inked = drawings.get(label)[p] != random.nextDouble() < NOISE;
                pixels[p] = inked ? (128 + random.nextInt(128)) / 255f : 0f;
            }
            samples.add(new Sample(i, FeatureVector.of(pixels), label));
        }
        return new Dataset(shape.pixels(), drawings.size(), Optional.of(shape), samples);
    }

    /** Makes data in which every sample of both parts is the ramp 1, 2, ..., features, so that moves can be read off. */
    public static TrainTest ramps(int features, int train, int test) {
        float[] ramp = new float[features];
        for (int i = 0; i < features; i++) {
            ramp[i] = i + 1;
        }
        FeatureVector vector = FeatureVector.of(ramp);
        return of(same(vector, train), same(vector, test));
    }

    private static Dataset same(FeatureVector vector, int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(new Sample(i, vector, i % 2));
        }
        return new Dataset(vector.length(), 2, Optional.empty(), samples);
    }

    /** Says that data has two tasks of its own, of which the first ends at a sample of either part. */
    public static TrainTest withTasks(TrainTest data, int trainTo, int testTo) {
        return new TrainTest(
                data.name(),
                data.train(),
                data.test(),
                data.source(),
                data.sha256(),
                List.of(
                        new NativeTask("first", 0, trainTo, 0, testTo),
                        new NativeTask(
                                "second",
                                trainTo,
                                data.train().size(),
                                testTo,
                                data.test().size())),
                data.encoding());
    }

    public static TrainTest of(Dataset train, Dataset test) {
        return new TrainTest(NAME, train, test, "made up");
    }
}
