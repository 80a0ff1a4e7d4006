package org.taagem.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.taagem.data.Sample;
import org.taagem.learn.Projecting;
import org.taagem.memory.EpisodicMemory;
import org.taagem.stream.Epoch;
import org.taagem.stream.Task;
import org.taagem.stream.TaskStream;

/** Looks at a learner from outside: its accuracy on each task and what it keeps in memory. */
final class Measurement {
    private static final int NOT_TESTED = -1;

    private final List<Task> tasks;
    private final Learner learner;
    private final Origins origins;
    private final Stopwatch evaluating = new Stopwatch();
    /** {@code [tasks]}: index of the last epoch of each task. */
    private final int[] lastEpochs;
    /** {@code [tasks]}: whether the stream has shown a sample of it. */
    private final boolean[] seen;
    /** {@code [tasks]}: right answers on each test set as the learner is now. */
    private final int[] correct;

    private int currentTask;
    private double trainingBefore;
    private double evaluatingBefore;

    Measurement(TaskStream stream, Learner learner) {
        tasks = stream.tasks();
        this.learner = learner;
        origins = new Origins(tasks);
        lastEpochs = new int[tasks.size()];
        for (int e = 0; e < stream.epochs().size(); e++) {
            lastEpochs[stream.epochs().get(e).task()] = e;
        }
        seen = new boolean[tasks.size()];
        correct = new int[tasks.size()];
        Arrays.fill(correct, NOT_TESTED);
    }

    /** Takes note that an epoch begins. */
    void enter(Epoch epoch) {
        currentTask = epoch.task();
        for (int k = 0; k < seen.length; k++) {
            seen[k] |= epoch.shows(k);
        }
        Arrays.fill(correct, NOT_TESTED);
    }

    boolean isLastOfItsTask(int epoch) {
        return lastEpochs[currentTask] == epoch;
    }

    /** Tests on every task, seen or not; returns the accuracies by task id. */
    List<Double> testAll() {
        for (int k = 0; k < correct.length; k++) {
            test(k);
        }
        return IntStream.range(0, correct.length).mapToObj(this::accuracy).toList();
    }

    private void test(int task) {
        evaluating.start();
        List<Sample> samples = tasks.get(task).test().samples();
        int[] predicted = learner.learner().predict(tasks.get(task).test().inputs());
        int right = 0;
        for (int i = 0; i < predicted.length; i++) {
            right += predicted[i] == samples.get(i).label() ? 1 : 0;
        }
        correct[task] = right;
        evaluating.stop();
    }

    private double accuracy(int task) {
        return (double) correct[task] / tasks.get(task).test().size();
    }

    /** Measures accuracy on the tasks seen; what {@link #testAll} has just tested is not tested again. */
    Evaluation evaluation(int epoch, long step, double epochLoss, double trainingTime) {
        List<Integer> tasksSeen =
                IntStream.range(0, seen.length).filter(k -> seen[k]).boxed().toList();
        int allCorrect = 0;
        int allTested = 0;
        for (int k : tasksSeen) {
            if (correct[k] == NOT_TESTED) {
                test(k);
            }
            allCorrect += correct[k];
            allTested += tasks.get(k).test().size();
        }
        List<Double> accuracies = tasksSeen.stream().map(this::accuracy).toList();
        Arrays.fill(correct, NOT_TESTED);
        List<Sample> kept = learner.memory().map(EpisodicMemory::samples).orElse(List.of());
        return new Evaluation(
                epoch + 1,
                step,
                currentTask,
                (double) allCorrect / allTested,
                tasksSeen,
                accuracies,
                epochLoss,
                learner.sgd().learningRate(),
                trainingTime,
                kept.size(),
                countLabels(kept),
                origins.count(kept),
                projectionRate());
    }

    private static Map<Integer, Integer> countLabels(List<Sample> samples) {
        Map<Integer, Integer> counts = new TreeMap<>();
        samples.forEach(sample -> counts.merge(sample.label(), 1, Integer::sum));
        return counts;
    }

    private double projectionRate() {
        return learner.learner() instanceof Projecting projecting ? projecting.projectionRate() : 0;
    }

    /** Sums up the task whose last epoch is over. */
    TaskResult taskResult(long step, List<Double> accuracies, double trainingTime) {
        double sinceLastTask = trainingTime - trainingBefore;
        double evaluatedSinceLastTask = evaluating.seconds() - evaluatingBefore;
        trainingBefore = trainingTime;
        evaluatingBefore = evaluating.seconds();
        return new TaskResult(
                currentTask, tasks.get(currentTask).name(), step, accuracies, sinceLastTask, evaluatedSinceLastTask);
    }
}
