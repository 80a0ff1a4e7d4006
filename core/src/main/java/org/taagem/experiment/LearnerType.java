package org.taagem.experiment;

import java.util.function.Function;

import org.taagem.learn.ContinualLearner;

/**
 * A kind of learner that a configuration can name; where users plug in learners of their own (docs/custom-learners.md).
 *
 * <p>It is found by {@link java.util.ServiceLoader}: its class is public, has a public constructor without parameters, and
 * is named in {@code META-INF/services/org.taagem.experiment.LearnerType} of its jar. A configuration asks for it by
 * {@code strategy: name}.
 */
public interface LearnerType extends ConfigChoice {
    /** What a learner knows of tasks; the record of a run says so. */
    enum Tasks {
        /** Nothing. */
        NOTHING,
        /** When one ends; the learner is {@link org.taagem.learn.TaskAware}. */
        ENDS,
        /** All of them from the beginning: its stream is an even mix of all, in as many batches. */
        ALL_AT_ONCE
    }

    /** What use a learner makes of the memory of the configuration. */
    enum Memory {
        /** None. */
        NONE,
        /** It rehearses from it. */
        REHEARSED,
        /** It rehearses, and what it keeps of a sample depends on when it came, so it must offer samples at once. */
        REHEARSED_AS_IT_CAME
    }

    /**
     * Says what the learner knows of tasks.
     *
     * @return nothing, unless this says otherwise
     */
    default Tasks tasks() {
        return Tasks.NOTHING;
    }

    /**
     * Says what use the learner makes of the memory.
     *
     * @return none, unless this says otherwise
     */
    default Memory memory() {
        return Memory.NONE;
    }

    /**
     * Reads the learner's own keys and returns what makes the learner. A configuration is checked by this, long before a
     * learner is made.
     *
     * @param settings the keys of {@link #keys} with their values
     * @return makes a learner, which must be {@link org.taagem.state.Stateful}, of its parts; called once for each run
     * @throws ConfigException if a value is not allowed
     */
    Function<LearnerParts, ContinualLearner> maker(ConfigReader settings);
}
