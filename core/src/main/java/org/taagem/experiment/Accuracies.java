package org.taagem.experiment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.taagem.data.Sample;
import org.taagem.nn.Classifier;
import org.taagem.stream.Task;

/**
 * How a classifier did on the test sets of some tasks.
 *
 * @param scores its score on each of them, by task id, ascending
 * @param seconds time that testing took
 */
record Accuracies(Map<Integer, Score> scores, double seconds) {
    /**
     * The outcome of one test.
     *
     * @param correct right answers, 0..tested
     * @param tested samples of the test set
     */
    record Score(int correct, int tested) {
        double accuracy() {
            return (double) correct / tested;
        }
    }

    /** Tests a classifier on every one of some tasks, once. */
    static Accuracies measure(Classifier classifier, List<Task> tasks) {
        Stopwatch testing = new Stopwatch();
        testing.start();
        Map<Integer, Score> scores = new TreeMap<>();
        for (Task task : tasks) {
            scores.put(task.id(), test(classifier, task));
        }
        testing.stop();
        return new Accuracies(scores, testing.seconds());
    }

    private static Score test(Classifier classifier, Task task) {
        List<Sample> samples = task.test().samples();
        int[] predicted = classifier.predict(task.test().inputs());
        int correct = 0;
        for (int i = 0; i < predicted.length; i++) {
            correct += predicted[i] == samples.get(i).label() ? 1 : 0;
        }
        return new Score(correct, samples.size());
    }

    /** Returns the accuracy on each of the tasks tested, by task id, 0..1. */
    List<Double> all() {
        return scores.values().stream().map(Score::accuracy).toList();
    }

    /** Returns the accuracy on each of some tasks, in their order, 0..1. */
    List<Double> on(List<Integer> taskIds) {
        return taskIds.stream().map(id -> score(id).accuracy()).toList();
    }

    /** Returns the share of right answers among the test samples of some tasks together, 0..1. */
    double pooled(List<Integer> taskIds) {
        int correct = taskIds.stream().mapToInt(id -> score(id).correct()).sum();
        int tested = taskIds.stream().mapToInt(id -> score(id).tested()).sum();
        return (double) correct / tested;
    }

    private Score score(int taskId) {
        Score score = scores.get(taskId);
        if (score == null) {
            throw new IllegalArgumentException("task " + taskId + " was not tested; only " + scores.keySet() + " were");
        }
        return score;
    }
}
