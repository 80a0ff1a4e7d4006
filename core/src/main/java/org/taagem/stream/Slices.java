package org.taagem.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.taagem.data.Dataset;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;

/** Cuts data into disjoint slices of equal size, one per task; the last takes what is left over. */
final class Slices {
    private Slices() {}

    /**
     * Returns the slice of one task, transformed.
     *
     * @throws ScenarioException if there are fewer samples than tasks
     */
    static Dataset slice(Dataset data, int task, int tasks, Function<FeatureVector, FeatureVector> transform) {
        int length = data.size() / tasks;
        if (length == 0) {
            throw new ScenarioException("num_tasks is " + tasks + ", but there are only " + data.size()
                    + " samples to share out; set num_tasks to at most " + data.size());
        }
        int from = task * length;
        int to = task == tasks - 1 ? data.size() : from + length;
        List<Sample> samples = new ArrayList<>(to - from);
        for (Sample sample : data.samples().subList(from, to)) {
            samples.add(new Sample(sample.id(), transform.apply(sample.features()), sample.label()));
        }
        return data.with(samples);
    }
}
