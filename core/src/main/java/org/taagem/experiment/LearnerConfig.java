package org.taagem.experiment;

/**
 * What learns, whatever it learns from.
 *
 * @param strategy which learner, with its own settings
 * @param seed the root of all chance
 * @param model its network and its steps
 * @param memory what is remembered; without meaning for a strategy that has no memory
 */
public record LearnerConfig(Strategy strategy, long seed, ModelConfig model, MemoryConfig memory) {
    public LearnerConfig {
        if (strategy.type().memory() == LearnerType.Memory.REHEARSED_AS_IT_CAME && memory.fill() != MemoryFill.BATCH) {
            throw new ConfigException("memory_fill is " + ConfigReader.nameOf(memory.fill()) + "; expected batch with "
                    + strategy.name() + ", for which it matters when a sample came");
        }
    }
}
