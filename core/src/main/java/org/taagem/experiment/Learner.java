package org.taagem.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

import org.taagem.learn.Answering;
import org.taagem.learn.ContinualLearner;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.MemoryWriter;
import org.taagem.nn.Ensemble;
import org.taagem.nn.Network;

/**
 * A learner as a configuration describes it, with the parts that a runner looks at.
 *
 * @param learner what learns
 * @param learningRate tells the learning rate of its last step
 * @param memory what it remembers, if it does
 * @param epochWriter offers samples to the memory in a second pass after each epoch, if that is how it is filled
 */
record Learner(
        ContinualLearner learner,
        DoubleSupplier learningRate,
        Optional<EpisodicMemory> memory,
        Optional<MemoryWriter> epochWriter) {
    /** Returns what answers: the network that learns, unless the learner has others for that. */
    Ensemble answering(Network learning) {
        return learner instanceof Answering other ? other.answering() : new Ensemble(List.of(learning));
    }
}
