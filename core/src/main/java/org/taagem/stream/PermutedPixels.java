package org.taagem.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;
import org.taagem.random.Shuffle;

/**
 * Every task shows its portion of the data with the features in an order of its own, drawn once and used for training and
 * test alike (permuted MNIST; Goodfellow et al. 2013, <a href="https://arxiv.org/abs/1312.6211">arXiv:1312.6211</a>).
 *
 * @param portion how much of the data each task shows
 */
public record PermutedPixels(TaskPortion portion) implements Scenario {
    /** Describes tasks that show disjoint slices of the data. */
    public PermutedPixels() {
        this(new TaskPortion.Slice());
    }

    @Override
    public String name() {
        return "permutation";
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(TaskPortion.KEY, portion.value());
    }

    @Override
    public List<Task> tasks(TrainTest data, int count, Seeds seeds) {
        List<Task> tasks = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int[] destinations = destinations(data, k, seeds);
            TaskPortion.Place place = new TaskPortion.Place(k, count, seeds);
            tasks.add(new Task(
                    k,
                    taskName(k),
                    portion.train(data.train(), place, vector -> vector.permuted(destinations)),
                    portion.test(data.test(), place, vector -> vector.permuted(destinations))));
        }
        return tasks;
    }

    /** Draws {@code [features]}: where each feature stands in a task. */
    static int[] destinations(TrainTest data, int task, Seeds seeds) {
        return Shuffle.permutation(data.train().features(), seeds.named("permutation", task));
    }

    static String taskName(int task) {
        return "permutation " + task;
    }
}
