package org.taagem.learn;

import java.util.ArrayList;
import java.util.List;

import org.taagem.data.Batch;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.Memories;
import org.taagem.memory.MemoryWriter;
import org.taagem.nn.AdaptiveLearningRate;
import org.taagem.nn.Mlp;
import org.taagem.nn.Sgd;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A learner in training, with all that it is made of; the network always starts from the same parameters. */
final class Course {
    private static final int BATCHES_PER_TASK = 20;

    static final Samples.Shape SHAPE = new Samples.Shape(11, Memories.LABELS);

    final EpisodicMemory memory;
    final Mlp network = new Mlp(List.of(SHAPE.features(), 7, SHAPE.classes()), new SeededRandom(5));
    final ContinualLearner learner;
    final List<Double> losses = new ArrayList<>();

    Course(Learners.Kind kind, EpisodicMemory memory, ReferenceBatch reference, double samplingRate) {
        this.memory = memory;
        Rehearsal rehearsal = new Rehearsal(memory, reference, new MemoryWriter(memory, samplingRate));
        learner = kind.factory().make(network, new Sgd(new AdaptiveLearningRate(0.1)), rehearsal);
    }

    /** Trains; a learner that wants to be told when a task ends is told so after every {@value #BATCHES_PER_TASK} batches. */
    Course train(List<Batch> batches) {
        for (Batch batch : batches) {
            losses.add(learner.observe(batch));
            if (learner instanceof TaskAware taskAware && losses.size() % BATCHES_PER_TASK == 0) {
                taskAware.endTask();
            }
        }
        return this;
    }

    void assertSameAs(Course other) {
        assertEquals(other.losses, losses);
        assertArrayEquals(other.network.parameters(), network.parameters());
    }
}
