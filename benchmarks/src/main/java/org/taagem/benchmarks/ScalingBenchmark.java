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

/** How the cost of a training step grows with each thing that it depends on, one changed at a time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ScalingBenchmark {
    /** What differs from {@link Workload#DEFAULT}. */
    @Param({
        Workload.NO_CHANGE,
        "tasks=1",
        "tasks=20",
        "tasks=100",
        "Q=5",
        "Q=50",
        "Q=200",
        "P=1",
        "P=10",
        "P=50",
        "batch=1",
        "batch=5",
        "batch=50",
        "batch=200",
        "hidden=50",
        "hidden=100",
        "hidden=400",
        "hidden=800",
        "density=0.05",
        "density=0.2",
        "density=0.5",
        "density=1"
    })
    public String change;

    private Course course;

    /** For JMH. */
    public ScalingBenchmark() {
        change = Workload.NO_CHANGE;
    }

    /** Brings a learner into the midst of its course. */
    @Setup
    public void begin() {
        course = new Course(Workload.DEFAULT.with(change), new Seeds(1));
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
