package org.taagem.experiment;

/**
 * What learns, whatever it learns from.
 *
 * @param strategy which learner
 * @param seed the root of all chance
 * @param model its network and its steps
 * @param memory what is remembered; without meaning for a strategy that has no memory
 */
public record LearnerConfig(Strategy strategy, long seed, ModelConfig model, MemoryConfig memory) {}
