package org.taagem.experiment;

/**
 * What learns, and how fast.
 *
 * @param hiddenDim units of each hidden layer, at least 1
 * @param hiddenLayers number of hidden layers, 0 or more
 * @param learningRate the initial learning rate, more than 0
 * @param learningRateScheduler whether the rate adapts to the loss ({@link org.taagem.nn.AdaptiveLearningRate})
 */
public record ModelConfig(int hiddenDim, int hiddenLayers, double learningRate, boolean learningRateScheduler) {}
