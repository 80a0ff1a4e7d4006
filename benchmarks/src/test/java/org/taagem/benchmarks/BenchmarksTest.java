package org.taagem.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.taagem.stream.Task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Calls every benchmark once and looks at what it gives; nothing here is timed. */
class BenchmarksTest {
    @Test
    void jmh_knowsTheBenchmarksTestedHere() {
        Set<String> found = BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
                .stream()
                .map(BenchmarkListEntry::getUsername)
                .map(name -> name.substring("org.taagem.benchmarks.".length()))
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "StepBenchmark.step",
                        "ScalingBenchmark.step",
                        "ProjectionBenchmark.innerProduct",
                        "ProjectionBenchmark.project",
                        "InsertBenchmark.insert",
                        "DrawBenchmark.draw",
                        "EvaluationBenchmark.predict",
                        "RotationBenchmark.rotate"),
                found);
    }

    @Test
    void jmh_runsABenchmark() throws RunnerException {
        var options = new OptionsBuilder()
                .include("StepBenchmark")
                .param("referenceSize", "10")
                .mode(Mode.SingleShotTime)
                .warmupIterations(0)
                .measurementIterations(1)
                .forks(0)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        assertEquals(1, new Runner(options).run().size());
    }

    @Test
    void step_learns() {
        StepBenchmark benchmark = new StepBenchmark();
        benchmark.referenceSize = 10;
        benchmark.begin();
        double loss = benchmark.step();
        assertTrue(loss > 0 && loss < 10, "loss " + loss);
    }

    @Test
    void scaling_withSmallerBatches_learns() {
        ScalingBenchmark benchmark = new ScalingBenchmark();
        benchmark.change = "batch=5";
        benchmark.begin();
        double loss = benchmark.step();
        assertTrue(loss > 0 && loss < 10, "loss " + loss);
    }

    @Test
    void project_bendsTheGradientUntilItIsOrthogonal() {
        ProjectionBenchmark benchmark = new ProjectionBenchmark();
        benchmark.referenceSize = 10;
        benchmark.begin();
        double before = benchmark.innerProduct();
        assertTrue(before < 0, "inner product " + before);
        assertTrue(benchmark.project());
        assertEquals(0, benchmark.innerProduct(), 1e-4 * -before);
        benchmark.computeAgain();
        assertEquals(before, benchmark.innerProduct());
    }

    @Test
    void insert_keepsTheMemoryFull() {
        InsertBenchmark benchmark = new InsertBenchmark();
        benchmark.clusters = 10;
        benchmark.begin();
        int size = benchmark.insert();
        assertTrue(size > 290 && size <= 300, "size " + size);
    }

    @Test
    void draw_givesAsManyAsAsked() {
        DrawBenchmark benchmark = new DrawBenchmark();
        benchmark.drawn = 256;
        benchmark.begin();
        assertEquals(256, benchmark.draw().size());
    }

    @Test
    void predict_answersForEverySample() {
        EvaluationBenchmark benchmark = new EvaluationBenchmark();
        benchmark.begin();
        int[] classes = benchmark.predict();
        assertEquals(EvaluationBenchmark.SAMPLES, classes.length);
        assertEquals(
                IntStream.range(0, 10).boxed().collect(Collectors.toSet()),
                Arrays.stream(classes).boxed().collect(Collectors.toSet()));
    }

    @Test
    void rotate_makesFiveTasksOfAllImages() {
        RotationBenchmark benchmark = new RotationBenchmark();
        benchmark.begin();
        List<Task> tasks = benchmark.rotate();
        assertEquals(5, tasks.size());
        assertEquals(
                10_000, tasks.stream().mapToInt(task -> task.train().size()).sum());
    }
}
