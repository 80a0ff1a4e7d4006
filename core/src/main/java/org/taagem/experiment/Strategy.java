package org.taagem.experiment;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.taagem.learn.ContinualLearner;

/**
 * A learner and its own settings, as a configuration describes it. Two are equal if their types have the same name and their
 * settings are equal.
 *
 * @param type what kind of learner
 * @param settings its own keys ({@link LearnerType#keys}) with their values
 */
public record Strategy(LearnerType type, Map<String, Object> settings) {
    /** {@code ta-a-gem}: A-GEM with a memory that needs no tasks (Lamers et al. 2023). */
    public static final Strategy TA_A_GEM = usual(OwnLearners.TA_A_GEM);

    /** {@code sgd}: plain fine-tuning, without a memory: the lower bound. */
    public static final Strategy SGD = usual(OwnLearners.SGD);

    /** {@code joint}: plain training on an even mix of all tasks, for as many steps: the upper bound. */
    public static final Strategy JOINT = usual(OwnLearners.JOINT);

    /**
     * Checks the settings.
     *
     * @throws ConfigException if one is missing or not allowed
     */
    public Strategy {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        Objects.requireNonNull(type.maker(new ConfigReader(settings)), type.name());
    }

    /**
     * Describes a learner with the defaults of its own settings.
     *
     * @param type what kind of learner
     * @return the learner's description
     */
    public static Strategy usual(LearnerType type) {
        return of(type, Map.of());
    }

    /**
     * Describes a learner of one's choice.
     *
     * @param type what kind of learner
     * @param settings some or all of its own keys with their values; the others have their defaults
     * @return the learner's description
     * @throws ConfigException if a value is not allowed
     */
    public static Strategy of(LearnerType type, Map<String, Object> settings) {
        return checked(type, new ConfigReader(settings));
    }

    /**
     * Reads what the key {@code strategy} names, and its own keys.
     *
     * @param reader the configuration
     * @return the learner's description
     * @throws ConfigException if there is no such learner or a value is not allowed
     */
    static Strategy read(ConfigReader reader) {
        LearnerType type = LearnerTypes.CHOICES.chosen(reader);
        Strategy strategy = checked(type, reader);
        LearnerTypes.CHOICES.allowKeys(reader);
        return strategy;
    }

    /** Lets the type see the values as they were written, so that its errors show them so. */
    private static Strategy checked(LearnerType type, ConfigReader reader) {
        reader.assume(type.keys());
        Objects.requireNonNull(type.maker(reader), type.name());
        return new Strategy(type, Choices.settings(type, reader));
    }

    /**
     * Returns the name in a configuration.
     *
     * @return such as {@code ta-a-gem}
     */
    public String name() {
        return type.name();
    }

    /**
     * Says whether the learner has a memory.
     *
     * @return whether settings of the memory mean anything to it
     */
    public boolean rehearses() {
        return type.memory() != LearnerType.Memory.NONE;
    }

    /**
     * Says whether the learner knows more of tasks than the samples tell: when one ends, or all of them from the
     * beginning.
     *
     * @return whether it has an advantage over learners that are told nothing
     */
    public boolean knowsTasks() {
        return type.tasks() != LearnerType.Tasks.NOTHING;
    }

    /** Says whether all tasks are mixed evenly for it. */
    boolean learnsAllAtOnce() {
        return type.tasks() == LearnerType.Tasks.ALL_AT_ONCE;
    }

    /** Makes the learner. */
    ContinualLearner learner(LearnerParts parts) {
        return type.maker(new ConfigReader(settings)).apply(parts);
    }

    /** The reverse of {@link #read}, but for the name. */
    void putInto(Map<String, Object> map) {
        map.putAll(settings);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Strategy strategy
                && strategy.name().equals(name())
                && strategy.settings.equals(settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name(), settings);
    }

    /** Returns the name, to be read by people. */
    @Override
    public String toString() {
        return name();
    }
}
