package org.taagem.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.taagem.data.MnistLite;
import org.taagem.experiment.Experiment;
import org.taagem.experiment.ExperimentConfig;
import org.taagem.experiment.MemoryConfig;
import org.taagem.experiment.MemoryFill;
import org.taagem.experiment.ModelConfig;
import org.taagem.experiment.RunEvent.TaskFinished;
import org.taagem.experiment.RunListener;
import org.taagem.experiment.Strategy;
import org.taagem.experiment.StreamConfig;
import org.taagem.experiment.TestingInterval;
import org.taagem.learn.ReferenceBatch;
import org.taagem.memory.Assignment;
import org.taagem.memory.ClusterLimits;
import org.taagem.memory.Removal;
import org.taagem.metrics.AccuracyMatrix;
import org.taagem.metrics.ContinualMetrics;
import org.taagem.stream.PermutedPixels;
import org.taagem.stream.Schedule;

/** Runs TA-A-GEM on three tasks of permuted MNIST and prints its accuracy on each as tasks come and go. */
public final class RunExperiment {
    private RunExperiment() {}

    /**
     * Runs the experiment.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        List<List<Double>> rows = new ArrayList<>();
        RunListener listener = event -> {
            if (event instanceof TaskFinished finished) {
                List<Double> row = finished.result().accuracies();
                rows.add(row);
                System.out.printf(
                        Locale.ROOT,
                        "%s: accuracy %.3f, on the first task %.3f%n",
                        finished.result().name(),
                        row.get(rows.size() - 1),
                        row.get(0));
            }
        };
        new Experiment(config(), MnistLite.load()).run(listener, () -> false);
        ContinualMetrics metrics = new ContinualMetrics(AccuracyMatrix.of(rows));
        System.out.printf(
                Locale.ROOT,
                "ACC %.3f, forgetting %.3f%n",
                metrics.averageAccuracy().orElseThrow(),
                metrics.forgetting().orElseThrow());
    }

    private static ExperimentConfig config() {
        return new ExperimentConfig(
                Strategy.TA_A_GEM,
                1,
                TestingInterval.EPOCH,
                new StreamConfig(new PermutedPixels(), Schedule.SEQUENTIAL, new Schedule.Lengths(3, 2, 1), 10),
                new ModelConfig(50, 1, 0.1, false),
                new MemoryConfig(
                        new ClusterLimits(10, 10, 3),
                        Assignment.PAPER,
                        Removal.OLDEST,
                        1,
                        MemoryFill.BATCH,
                        ReferenceBatch.BATCH));
    }
}
