package org.taagem.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.taagem.random.Seeds;

/** A whole training step of TA-A-GEM: both gradients, projection, descent, drawing from memory and writing to it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class StepBenchmark {
    /** Samples drawn from memory at every step (M). */
    @Param({"10", "50", "256"})
    public int referenceSize;

    private Course course;

    /** For JMH. */
    public StepBenchmark() {}

    /** Brings a learner into the midst of its course. */
    @Setup
    public void begin() {
        course = new Course(Workload.DEFAULT.withReferenceSize(referenceSize), new Seeds(1));
    }

    /**
     * Learns a batch.
     *
     * @return the batch's loss
     */
    @Benchmark
    public double step() {
        return course.step();
    }
}
