package org.taagem.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.taagem.data.MnistLite;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;
import org.taagem.stream.RotatedImages;
import org.taagem.stream.Task;

/** Making the tasks of rotated MNIST; the time is that of one task of 2,400 images. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RotationBenchmark {
    private static final int TASKS = 5;

    private TrainTest data;

    /** For JMH. */
    public RotationBenchmark() {}

    /** Loads the images. */
    @Setup
    public void begin() {
        data = MnistLite.load();
    }

    /**
     * Makes five tasks.
     *
     * @return the tasks
     */
    @Benchmark
    @OperationsPerInvocation(TASKS)
    public List<Task> rotate() {
        return new RotatedImages(20).tasks(data, TASKS, new Seeds(1));
    }
}
