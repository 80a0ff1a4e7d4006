package org.taagem.experiment;

import java.util.Optional;
import java.util.function.Supplier;

import org.taagem.learn.Rehearsal;
import org.taagem.learn.TaskSamples;
import org.taagem.nn.Network;
import org.taagem.nn.Optimizer;
import org.taagem.random.Seeds;

/**
 * What a learner is made of.
 *
 * @param network what learns, as it is before the first step
 * @param optimizer takes its steps, with the learning rate of the configuration
 * @param memory the memory of the configuration and its use; absent for a learner that says it has none
 *     ({@link LearnerType#memory})
 * @param taskSamples makes what gathers the samples of one task, for learners that are told when it ends; as large as a
 *     task's share of the memory
 * @param seeds the source of all chance; {@code init}, {@code memory} and whatever the stream draws from are taken, so ask
 *     for a name of your own
 */
public record LearnerParts(
        Network network,
        Optimizer optimizer,
        Optional<Rehearsal> memory,
        Supplier<TaskSamples> taskSamples,
        Seeds seeds) {
    /**
     * Returns the memory of a learner that says it has one.
     *
     * @return the memory and its use
     * @throws IllegalStateException if its type says that it has none
     */
    public Rehearsal rehearsal() {
        return memory.orElseThrow(() -> new IllegalStateException(
                "the learner asks for a memory, but its type says that it has none; let memory() say so"));
    }
}
