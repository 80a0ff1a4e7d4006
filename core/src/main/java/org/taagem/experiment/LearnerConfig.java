package org.taagem.experiment;

/**
 * What learns, whatever it learns from.
 *
 * @param strategy which learner
 * @param seed the root of all chance
 * @param model its network and its steps
 * @param memory what is remembered; without meaning for a strategy that has no memory
 * @param rules settings that mean something to one strategy each
 */
public record LearnerConfig(
        Strategy strategy, long seed, ModelConfig model, MemoryConfig memory, StrategyConfig rules) {
    public LearnerConfig {
        if (strategy.rehearsesAtOnce() && memory.fill() != MemoryFill.BATCH) {
            throw new ConfigException("memory_fill is " + ConfigReader.nameOf(memory.fill()) + "; expected batch with "
                    + ConfigReader.nameOf(strategy) + ", which keeps with each sample what it was like when it came");
        }
    }
}
