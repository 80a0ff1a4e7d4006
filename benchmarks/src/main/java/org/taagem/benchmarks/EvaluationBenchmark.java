package org.taagem.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.taagem.data.FeatureVector;
import org.taagem.learn.Agem;
import org.taagem.random.Seeds;

/** Predicting the classes of 1,000 test samples. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EvaluationBenchmark {
    /** Samples predicted. */
    public static final int SAMPLES = 1000;

    private Agem learner;
    private List<FeatureVector> inputs;

    /** For JMH. */
    public EvaluationBenchmark() {}

    /** Brings a learner into the midst of its course and gathers test data of all tasks. */
    @Setup
    public void begin() {
        Course course = new Course(Workload.DEFAULT, new Seeds(1));
        learner = course.learner();
        inputs = course.stream().tasks().stream()
                .flatMap(task -> task.test().inputs().stream())
                .limit(SAMPLES)
                .toList();
    }

    /**
     * Predicts all samples.
     *
     * @return their classes
     */
    @Benchmark
    public int[] predict() {
        return learner.predict(inputs);
    }
}
