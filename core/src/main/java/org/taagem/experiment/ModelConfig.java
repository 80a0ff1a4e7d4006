package org.taagem.experiment;

/**
 * What learns, and how fast.
 *
 * @param hiddenDim units of each hidden layer, at least 1
 * @param hiddenLayers number of hidden layers, 0 or more
 * @param learningRate the initial learning rate, more than 0
 * @param learningRateScheduler whether the rate adapts to the loss ({@link org.taagem.nn.AdaptiveLearningRate})
 */
public record ModelConfig(int hiddenDim, int hiddenLayers, double learningRate, boolean learningRateScheduler) {
    public ModelConfig {
        if (hiddenDim < 1 || hiddenLayers < 0) {
            throw new ConfigException("hidden_dim and hidden_layers are " + hiddenDim + " and " + hiddenLayers
                    + "; expected at least 1 and at least 0");
        }
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new ConfigException("learning_rate is " + learningRate + "; expected a number above 0");
        }
    }
}
