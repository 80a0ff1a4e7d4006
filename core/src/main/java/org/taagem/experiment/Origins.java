package org.taagem.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.taagem.data.Sample;
import org.taagem.stream.Task;

/** Knows which task each training sample belongs to, which a learner is never told. */
final class Origins {
    private static final int UNKNOWN = -1;

    /** {@code [highest sample id + 1]}: id of the task. */
    private final int[] taskOfSample;

    Origins(List<Task> tasks) {
        int highest = tasks.stream()
                .flatMap(task -> task.train().samples().stream())
                .mapToInt(Sample::id)
                .max()
                .orElse(0);
        taskOfSample = new int[highest + 1];
        Arrays.fill(taskOfSample, UNKNOWN);
        for (Task task : tasks) {
            for (Sample sample : task.train().samples()) {
                if (taskOfSample[sample.id()] != UNKNOWN) {
                    throw new IllegalArgumentException("training sample " + sample.id() + " belongs to task "
                            + taskOfSample[sample.id()] + " and to task " + task.id());
                }
                taskOfSample[sample.id()] = task.id();
            }
        }
    }

    /** Returns the id of the task that a training sample belongs to. */
    int of(Sample sample) {
        return taskOfSample[sample.id()];
    }

    /** Counts samples by the task they came from. */
    Map<Integer, Integer> count(List<Sample> samples) {
        Map<Integer, Integer> counts = new TreeMap<>();
        samples.forEach(sample -> counts.merge(of(sample), 1, Integer::sum));
        return counts;
    }
}
