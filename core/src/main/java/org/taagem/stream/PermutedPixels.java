package org.taagem.stream;

import java.util.ArrayList;
import java.util.List;

import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;
import org.taagem.random.Shuffle;

/**
 * Every task shows its slice of the data with the features in an order of its own, drawn once and used for training and
 * test alike (permuted MNIST; Goodfellow et al. 2013, <a href="https://arxiv.org/abs/1312.6211">arXiv:1312.6211</a>).
 */
public record PermutedPixels() implements Scenario {
    @Override
    public String name() {
        return "permutation";
    }

    @Override
    public List<Task> tasks(TrainTest data, int count, Seeds seeds) {
        List<Task> tasks = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int[] destinations = destinations(data, k, seeds);
            tasks.add(new Task(
                    k,
                    taskName(k),
                    Slices.slice(data.train(), k, count, vector -> vector.permuted(destinations)),
                    Slices.slice(data.test(), k, count, vector -> vector.permuted(destinations))));
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
