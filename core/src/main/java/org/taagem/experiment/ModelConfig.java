package org.taagem.experiment;

import java.util.Map;

/**
 * What learns, and how fast.
 *
 * @param hiddenDim units of each hidden layer, at least 1
 * @param hiddenLayers number of hidden layers, 0 or more
 * @param learningRate the initial learning rate, more than 0
 * @param learningRateScheduler whether the rate adapts to the loss ({@link org.taagem.nn.AdaptiveLearningRate})
 * @param optimizer takes the steps
 * @param momentum for {@link OptimizerChoice#MOMENTUM}: how much of the velocity stays, at least 0 and below 1
 * @param maxGradientNorm the largest norm of a gradient ({@link org.taagem.nn.ClippedSteps}); 0 if it may be of any
 * @param warmupSteps steps until the learning rate has its full size ({@link org.taagem.nn.WarmUp}); 0 if it has from the start
 */
public record ModelConfig(
        int hiddenDim,
        int hiddenLayers,
        double learningRate,
        boolean learningRateScheduler,
        OptimizerChoice optimizer,
        double momentum,
        double maxGradientNorm,
        int warmupSteps) {
    private static final double USUAL_MOMENTUM = 0.9;
    private static final int MOST_UNITS = 100_000;
    private static final int MOST_LAYERS = 1_000;
    private static final double MOST_NORM = 1e9;
    private static final int MOST_STEPS = 1_000_000_000;

    public ModelConfig {
        if (hiddenDim < 1 || hiddenLayers < 0) {
            throw new ConfigException("hidden_dim and hidden_layers are " + hiddenDim + " and " + hiddenLayers
                    + "; expected at least 1 and at least 0");
        }
        if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
            throw new ConfigException("learning_rate is " + learningRate + "; expected a number above 0");
        }
        if (!(momentum >= 0 && momentum < 1)) {
            throw new ConfigException("momentum is " + momentum + "; expected at least 0 and below 1");
        }
        if (!(maxGradientNorm >= 0 && maxGradientNorm < Double.POSITIVE_INFINITY)) {
            throw new ConfigException("max_gradient_norm is " + maxGradientNorm + "; expected a number of 0 or more");
        }
        if (warmupSteps < 0) {
            throw new ConfigException("warmup_steps is " + warmupSteps + "; expected a number of 0 or more");
        }
    }

    /**
     * Says what learns with plain gradient descent.
     *
     * @param hiddenDim units of each hidden layer, at least 1
     * @param hiddenLayers number of hidden layers, 0 or more
     * @param learningRate the initial learning rate, more than 0
     * @param learningRateScheduler whether the rate adapts to the loss
     */
    public ModelConfig(int hiddenDim, int hiddenLayers, double learningRate, boolean learningRateScheduler) {
        this(hiddenDim, hiddenLayers, learningRate, learningRateScheduler, OptimizerChoice.SGD, USUAL_MOMENTUM, 0, 0);
    }

    static ModelConfig read(ConfigReader reader) {
        if (!reader.text("device").equals("cpu")) {
            throw new ConfigException("device is '" + reader.text("device") + "'; expected cpu, which is all there is");
        }
        return new ModelConfig(
                reader.integer("hidden_dim", 1, MOST_UNITS),
                reader.integer("hidden_layers", 0, MOST_LAYERS),
                reader.positiveNumber("learning_rate"),
                reader.flag("use_learning_rate_scheduler"),
                reader.choice("optimizer", OptimizerChoice.class),
                reader.number("momentum", 0, 1),
                reader.number("max_gradient_norm", 0, MOST_NORM),
                reader.integer("warmup_steps", 0, MOST_STEPS));
    }

    /** The reverse of {@link #read}. */
    void putInto(Map<String, Object> map) {
        map.put("hidden_dim", hiddenDim);
        map.put("hidden_layers", hiddenLayers);
        map.put("learning_rate", learningRate);
        map.put("use_learning_rate_scheduler", learningRateScheduler);
        map.put("optimizer", ConfigReader.nameOf(optimizer));
        map.put("momentum", momentum);
        map.put("max_gradient_norm", maxGradientNorm);
        map.put("warmup_steps", warmupSteps);
        map.put("device", "cpu");
    }
}
