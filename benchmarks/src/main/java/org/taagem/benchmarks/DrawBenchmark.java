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
import org.taagem.data.Batch;
import org.taagem.memory.ClusteredMemory;
import org.taagem.random.Seeds;

/** Drawing a reference batch from a full memory of 300 samples. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DrawBenchmark {
    /** Samples drawn (M). */
    @Param({"10", "50", "256"})
    public int drawn;

    private ClusteredMemory memory;

    /** For JMH. */
    public DrawBenchmark() {}

    /** Fills a memory. */
    @Setup
    public void begin() {
        memory = new Course(Workload.DEFAULT, new Seeds(1)).memory();
    }

    /**
     * Draws.
     *
     * @return the samples drawn
     */
    @Benchmark
    public Batch draw() {
        return memory.sample(drawn);
    }
}
