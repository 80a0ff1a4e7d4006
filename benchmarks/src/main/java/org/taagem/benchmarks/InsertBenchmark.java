package org.taagem.benchmarks;

import java.util.Arrays;
import java.util.List;
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
import org.taagem.data.MnistLite;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.memory.ClusterLimits;
import org.taagem.memory.ClusteredMemory;
import org.taagem.random.Seeds;
import org.taagem.random.Shuffle;
import org.taagem.stream.PermutedPixels;
import org.taagem.stream.Task;

/** Writing a sample into a full memory: the nearest of Q clusters is found, takes it and gives up its oldest. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class InsertBenchmark {
    /** Most clusters per pool (Q). */
    @Param({"10", "50", "1000"})
    public int clusters;

    private List<Sample> samples;
    private ClusteredMemory memory;
    private int next;

    /** For JMH. */
    public InsertBenchmark() {}

    /** Fills the memory with what came before, pixels in as many other orders as it takes. */
    @Setup
    public void begin() {
        TrainTest data = MnistLite.load();
        memory = new ClusteredMemory(
                new ClusterLimits(MnistLite.CLASSES, clusters, Workload.DEFAULT.samplesPerCluster()),
                new Seeds(1).named("memory"));
        for (int drift = 0; drift * data.train().size() < 2 * memory.capacity(); drift++) {
            permuted(data, drift).forEach(memory::add);
        }
        samples = permuted(data, -1);
    }

    private static List<Sample> permuted(TrainTest data, int drift) {
        Task task = new PermutedPixels().tasks(data, 1, new Seeds(drift)).get(0);
        List<Sample> inOrder = task.train().samples();
        return Arrays.stream(Shuffle.permutation(inOrder.size(), new Seeds(drift).named("shuffle")))
                .mapToObj(inOrder::get)
                .toList();
    }

    /**
     * Writes a sample.
     *
     * @return the samples in memory
     */
    @Benchmark
    public int insert() {
        next = next + 1 == samples.size() ? 0 : next + 1;
        memory.add(samples.get(next));
        return memory.size();
    }
}
