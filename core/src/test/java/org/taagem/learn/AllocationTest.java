package org.taagem.learn;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.data.Batch;
import org.taagem.memory.Assignment;
import org.taagem.memory.ClusterLimits;
import org.taagem.memory.ClusteredMemory;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.MemoryWriter;
import org.taagem.memory.Removal;
import org.taagem.nn.AdaptiveLearningRate;
import org.taagem.nn.Mlp;
import org.taagem.nn.Sgd;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A training step that makes garbage would be stopped now and then to have it collected. */
class AllocationTest {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Samples.Shape SHAPE = new Samples.Shape(101, 5);
    private static final int STEPS = 300;
    /** A buffer still grows when a draw has more non-zero features than any before, but not in all of these. */
    private static final int WINDOWS = 4;

    private final SeededRandom random = new SeededRandom(6);

    /** Returns the bytes allocated per step in the best of some windows, after a first one that does not count. */
    private double bytesPerStep(Assignment assignment, ReferenceBatch size, double samplingRate) {
        EpisodicMemory memory = new ClusteredMemory(new ClusterLimits(5, 10, 3), assignment, Removal.FURTHEST, random);
        Samples.list(Samples.randomBatch(0, 3000, SHAPE, random)).forEach(memory::add);
        Rehearsal rehearsal = new Rehearsal(memory, size, new MemoryWriter(memory, samplingRate));
        Mlp network = new Mlp(List.of(101, 31, 17, 5), random);
        Agem agem = new Agem(network, new Sgd(new AdaptiveLearningRate(0.01)), rehearsal, new AgemProjection());
        List<Batch> batches = new ArrayList<>();
        for (int b = 0; b < 50; b++) {
            batches.add(Samples.randomBatch(10_000 + 10 * b, 10, SHAPE, random));
        }
        train(agem, batches);
        double fewest = Double.POSITIVE_INFINITY;
        for (int window = 0; window < WINDOWS; window++) {
            fewest = Math.min(fewest, train(agem, batches));
        }

        assertTrue(agem.projectedSteps() > 0);
        return fewest;
    }

    private static double train(Agem agem, List<Batch> batches) {
        long before = THREAD.getCurrentThreadAllocatedBytes();
        for (int step = 0; step < STEPS; step++) {
            agem.observe(batches.get(step % batches.size()));
        }
        return (double) (THREAD.getCurrentThreadAllocatedBytes() - before) / STEPS;
    }

    static List<ReferenceBatch> references() {
        return Learners.REFERENCES;
    }

    @ParameterizedTest
    @MethodSource("references")
    void observe_nothingOffered_allocatesNothing(ReferenceBatch size) {
        double bytes = bytesPerStep(Assignment.PAPER, size, 0);

        assertTrue(bytes < 4, bytes + " bytes per step");
    }

    /** The memory has room for 150 samples and is full, so that whatever it keeps takes the place of something. */
    @ParameterizedTest
    @EnumSource
    void observe_oneSampleOffered_allocatesNothing(Assignment assignment) {
        double bytes = bytesPerStep(assignment, ReferenceBatch.BATCH, 1);

        assertTrue(bytes < 4, bytes + " bytes per step");
    }
}
