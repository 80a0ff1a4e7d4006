package org.taagem.benchmarks;

import java.util.List;
import java.util.random.RandomGenerator;

import org.taagem.data.Dataset;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;

/** Makes data denser or sparser than it is, to see what that costs. */
final class InputDensity {
    private InputDensity() {}

    /** Gives every feature a value with a probability: its own if that is not zero, else a random one. */
    static Dataset change(Dataset data, double density, RandomGenerator random) {
        List<Sample> changed = data.samples().stream()
                .map(sample -> new Sample(sample.id(), change(sample.features(), density, random), sample.label()))
                .toList();
        return data.with(changed);
    }

    private static FeatureVector change(FeatureVector vector, double density, RandomGenerator random) {
        float[] values = vector.toArray();
        for (int i = 0; i < values.length; i++) {
            float noise = random.nextFloat();
            boolean kept = random.nextDouble() < density;
            values[i] = kept ? (values[i] == 0 ? noise : values[i]) : 0;
        }
        return FeatureVector.of(values);
    }
}
