package org.taagem.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.taagem.data.Dataset;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;
import org.taagem.stream.Scenario;
import org.taagem.stream.ScenarioException;
import org.taagem.stream.Task;

/**
 * A scenario of one's own: every task shows its share of the data under more noise than the one before, as a sensor that
 * wears out.
 *
 * @param noisePerTask what each task adds to the standard deviation of the noise; pixels are 0..1
 */
public record NoisyPixels(double noisePerTask) implements Scenario {
    @Override
    public String name() {
        return "noise";
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(NoiseTaskType.NOISE_PER_TASK, noisePerTask);
    }

    @Override
    public List<Task> tasks(TrainTest data, int count, Seeds seeds) {
        if (count > data.test().size() || count > data.train().size()) {
            throw new ScenarioException("num_tasks is " + count + ", but " + data.name() + " has only "
                    + Math.min(data.train().size(), data.test().size()) + " samples to share out; make fewer tasks");
        }
        List<Task> tasks = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double deviation = k * noisePerTask;
            RandomGenerator random = seeds.named("noise", k);
            tasks.add(new Task(
                    k,
                    String.format(Locale.ROOT, "noise of %.2f", deviation),
                    noisy(part(data.train(), k, count), deviation, random),
                    noisy(part(data.test(), k, count), deviation, random)));
        }
        return tasks;
    }

    /** Tasks share no training sample, or nobody could tell where one in memory came from. */
    private static Dataset part(Dataset data, int task, int tasks) {
        int length = data.size() / tasks;
        return data.with(data.samples().subList(task * length, (task + 1) * length));
    }

    /** The noise of a sample is drawn once, so that every epoch shows it alike. */
    private static Dataset noisy(Dataset data, double deviation, RandomGenerator random) {
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : data.samples()) {
            float[] pixels = sample.features().toArray();
            for (int p = 0; p < pixels.length; p++) {
                double noise = deviation * normal(random);
                pixels[p] = (float) Math.min(1, Math.max(0, pixels[p] + noise));
            }
            samples.add(new Sample(sample.id(), FeatureVector.of(pixels), sample.label()));
        }
        return data.with(samples);
    }

    /** About normal: the sum of twelve uniform numbers, less its mean of six, has a variance of one. */
    private static double normal(RandomGenerator random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
