package org.taagem.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.taagem.data.Batch;
import org.taagem.learn.AgemProjection;
import org.taagem.learn.GradientProjection;
import org.taagem.nn.Gradient;
import org.taagem.random.Seeds;

/** What a projection costs beyond the two gradients: to learn whether one is needed, and to make it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ProjectionBenchmark {
    /** Samples that the reference gradient is computed on (M). */
    @Param({"10", "50", "256"})
    public int referenceSize;

    private Batch batch;
    private Gradient g;
    private Gradient gRef;
    private final GradientProjection projection = new AgemProjection();

    /** For JMH. */
    public ProjectionBenchmark() {}

    /** Trains until a batch comes whose gradient needs to be projected. */
    @Setup
    public void begin() {
        Course course = new Course(Workload.DEFAULT.withReferenceSize(referenceSize), new Seeds(1));
        g = course.network().newGradient();
        gRef = course.network().newGradient();
        do {
            course.step();
            batch = course.nextBatch();
            g.compute(batch);
            gRef.compute(course.memory().sample(referenceSize));
        } while (g.dot(gRef) >= 0);
    }

    /** Undoes what {@link #project} does; both gradients take far longer than the clock. */
    @Setup(Level.Invocation)
    public void computeAgain() {
        g.compute(batch);
    }

    /**
     * Computes the inner product, whose sign says whether to project.
     *
     * @return g.gRef, below zero
     */
    @Benchmark
    public double innerProduct() {
        return g.dot(gRef);
    }

    /**
     * Projects, from the inner product to the sum of two gradients; what the sum costs more in the descent is not in here.
     *
     * @return true
     */
    @Benchmark
    public boolean project() {
        return projection.project(g, gRef);
    }
}
