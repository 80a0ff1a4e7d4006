package org.taagem.benchmarks;

import org.junit.jupiter.api.Test;
import org.taagem.data.Batch;
import org.taagem.data.MnistLite;
import org.taagem.random.Seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WorkloadTest {
    @Test
    void with_aChange_changesThatAlone() {
        assertSame(Workload.DEFAULT, Workload.DEFAULT.with("default"));
        assertEquals(50, Workload.DEFAULT.with("Q=50").clusters());
        assertEquals(7, Workload.DEFAULT.with("P=7").samplesPerCluster());
        assertEquals(400, Workload.DEFAULT.with("hidden=400").hiddenUnits());
        assertEquals(20, Workload.DEFAULT.with("tasks=20").tasks());
        assertEquals(0.5, Workload.DEFAULT.with("density=0.5").density().orElseThrow());
    }

    @Test
    void with_anotherBatchSize_drawsAsManyFromMemory() {
        Workload changed = Workload.DEFAULT.with("batch=50");
        assertEquals(50, changed.batchSize());
        assertEquals(50, changed.referenceSize());
    }

    @Test
    void with_anUnknownChange_throws() {
        assertThrows(IllegalArgumentException.class, () -> Workload.DEFAULT.with("depth=3"));
    }

    @Test
    void inputDensity_leavesTheShareAskedFor() {
        long nonZero =
                InputDensity.change(MnistLite.load().test(), 0.5, new Seeds(1).named("density")).samples().stream()
                        .mapToLong(sample -> sample.features().nonZeroCount())
                        .sum();
        assertEquals(0.5, nonZero / (2000.0 * 784), 0.01);
    }

    @Test
    void course_hasAFullMemoryAndBatchesOfTheSizeAskedFor() {
        Course course = new Course(Workload.DEFAULT.with("batch=20").withReferenceSize(50), new Seeds(1));
        Batch batch = course.nextBatch();
        assertEquals(20, batch.size());
        assertTrue(course.memory().size() > 290, "size " + course.memory().size());
        long before = course.learner().comparedSteps();
        course.step();
        assertEquals(1, course.learner().comparedSteps() - before);
    }
}
