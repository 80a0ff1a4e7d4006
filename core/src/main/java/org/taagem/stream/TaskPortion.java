package org.taagem.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.taagem.data.Dataset;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.random.Seeds;
import org.taagem.random.Shuffle;

/** How much of the data each task shows, where all tasks are made of the same data. */
public sealed interface TaskPortion {
    /** The key in a configuration. */
    String KEY = "samples_per_task";

    /** Disjoint slices of equal size, of training and of test data alike; the last takes what is left over. */
    record Slice() implements TaskPortion {
        @Override
        public Object value() {
            return "slice";
        }

        @Override
        public Dataset train(Dataset data, Place place, Function<FeatureVector, FeatureVector> change) {
            return Slices.slice(data, place.task, place.tasks, change);
        }

        @Override
        public Dataset test(Dataset data, Place place, Function<FeatureVector, FeatureVector> change) {
            return Slices.slice(data, place.task, place.tasks, change);
        }
    }

    /** All training and all test data in every task, as the first papers on permuted MNIST have it. */
    record All() implements TaskPortion {
        @Override
        public Object value() {
            return "all";
        }

        @Override
        public Dataset train(Dataset data, Place place, Function<FeatureVector, FeatureVector> change) {
            return of(data, place, IntStream.range(0, data.size()).toArray(), change);
        }
    }

    /**
     * So many training samples in every task, drawn from all for each; and all test data.
     *
     * @param samples how many, at least 1
     */
    record Drawn(int samples) implements TaskPortion {
        /** Checks the range. */
        public Drawn {
            if (samples < 1) {
                throw new ScenarioException(KEY + " is " + samples + "; expected at least 1");
            }
        }

        @Override
        public Object value() {
            return samples;
        }

        @Override
        public Dataset train(Dataset data, Place place, Function<FeatureVector, FeatureVector> change) {
            if (samples > data.size()) {
                throw new ScenarioException(KEY + " is " + samples + ", but there are only " + data.size()
                        + " training samples; set it to at most " + data.size());
            }
            int[] drawn = Shuffle.permutation(data.size(), place.seeds.named("portion", place.task));
            return of(data, place, IntStream.of(drawn).limit(samples).sorted().toArray(), change);
        }
    }

    /**
     * Which task it is.
     *
     * @param task its id
     * @param tasks how many there are
     * @param seeds the source of chance
     */
    record Place(int task, int tasks, Seeds seeds) {}

    /**
     * Returns the value in a configuration.
     *
     * @return {@code slice}, {@code all} or a number
     */
    Object value();

    /**
     * Returns the training data of a task. No two tasks have a sample of the same id: one that is shown by several has an id
     * for each.
     *
     * @param data all training data; left unchanged
     * @param place which task
     * @param change what the task does to each sample
     * @return its part, changed
     * @throws ScenarioException if there is too little data
     */
    Dataset train(Dataset data, Place place, Function<FeatureVector, FeatureVector> change);

    /**
     * Returns the test data of a task.
     *
     * @param data all test data; left unchanged
     * @param place which task
     * @param change what the task does to each sample
     * @return its part, changed
     * @throws ScenarioException if there is too little data
     */
    default Dataset test(Dataset data, Place place, Function<FeatureVector, FeatureVector> change) {
        return of(data, place, IntStream.range(0, data.size()).toArray(), change);
    }

    private static Dataset of(Dataset data, Place place, int[] which, Function<FeatureVector, FeatureVector> change) {
        int ids = data.samples().stream().mapToInt(Sample::id).max().orElse(0) + 1;
        if ((long) ids * place.tasks > Integer.MAX_VALUE) {
            throw new ScenarioException("num_tasks is " + place.tasks + ", which with " + ids
                    + " samples in each are more than " + Integer.MAX_VALUE + "; make one of the two smaller");
        }
        List<Sample> samples = new ArrayList<>(which.length);
        for (int index : which) {
            Sample sample = data.samples().get(index);
            samples.add(new Sample(place.task * ids + sample.id(), change.apply(sample.features()), sample.label()));
        }
        return data.with(samples);
    }
}
