package org.taagem.nn;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.random.SeededRandom;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * A multilayer perceptron: fully connected layers with rectifiers (ReLU) between them and logits at the end.
 *
 * <p>Its gradients stay factored: of each layer they keep what came in and the error that came back, and form the matrix
 * that is the product of both only where that is cheaper. {@link FactoredGradient} says when.
 */
public final class Mlp implements Network, Stateful {
    /** Rows predicted at once: enough to fill the kernels, few enough to stay in the cache. */
    private static final int PREDICTED_TOGETHER = 64;

    final Kernel kernel;
    final DenseLayer[] layers;
    private final ForwardPass prediction;

    /**
     * Makes a network with weights and biases drawn evenly from ±1/sqrt(inputs of the layer).
     *
     * @param sizes features, units of each hidden layer, classes: at least two numbers, each at least 1
     * @param random the source of the initial weights
     * @throws IllegalArgumentException if there are too few sizes or one is below 1
     */
    public Mlp(List<Integer> sizes, RandomGenerator random) {
        this(sizes, random, Kernels.plain());
    }

    /**
     * Makes a network that computes with a kernel of one's choice.
     *
     * @param sizes features, units of each hidden layer, classes: at least two numbers, each at least 1
     * @param random the source of the initial weights
     * @param kernel what computes; whichever it is, the results are the same
     * @throws IllegalArgumentException if there are too few sizes or one is below 1
     */
    public Mlp(List<Integer> sizes, RandomGenerator random, Kernel kernel) {
        if (sizes.size() < 2 || sizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException(
                    "layer sizes are " + sizes + "; expected features, hidden units and classes, each at least 1");
        }
        this.kernel = kernel;
        layers = new DenseLayer[sizes.size() - 1];
        for (int l = 0; l < layers.length; l++) {
            layers[l] = new DenseLayer(sizes.get(l), sizes.get(l + 1), kernel.layout());
            layers[l].initialize(random);
            if (l > 0) {
                layers[l].keepTransposed();
            }
        }
        prediction = new ForwardPass(this);
    }

    /**
     * Says whether a kernel can store the weights of a network, given the memory.
     *
     * @param sizes features, units of each hidden layer, classes
     * @param kernel the kernel
     * @return whether the network can be made
     */
    public static boolean fits(List<Integer> sizes, Kernel kernel) {
        for (int l = 0; l + 1 < sizes.size(); l++) {
            int inputs = sizes.get(l);
            int outputs = sizes.get(l + 1);
            if (!Rows.fit(kernel.layout(), inputs, outputs) || !Rows.fit(kernel.layout(), outputs, inputs)) {
                return false;
            }
        }
        return true;
    }

    /** Makes a copy that shares nothing with the other. */
    private Mlp(Mlp other) {
        kernel = other.kernel;
        layers = new DenseLayer[other.layers.length];
        for (int l = 0; l < layers.length; l++) {
            layers[l] = new DenseLayer(other.layers[l].inputs, other.layers[l].outputs, kernel.layout());
        }
        setParameters(other.parameters());
        prediction = new ForwardPass(this);
    }

    @Override
    public int inputs() {
        return layers[0].inputs;
    }

    @Override
    public int outputs() {
        return layers[layers.length - 1].outputs;
    }

    @Override
    public int parameterCount() {
        return Arrays.stream(layers).mapToInt(DenseLayer::parameterCount).sum();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Layer by layer: the weights {@code [inputs][outputs]}, then the biases {@code [outputs]}.
     */
    @Override
    public void copyParameters(float[] parameters) {
        checkCount(parameters);
        int next = 0;
        for (DenseLayer layer : layers) {
            next = layer.copyTo(parameters, next);
        }
    }

    @Override
    public void setParameters(float[] parameters) {
        checkCount(parameters);
        int next = 0;
        for (DenseLayer layer : layers) {
            next = layer.copyFrom(parameters, next);
        }
    }

    private void checkCount(float[] parameters) {
        if (parameters.length != parameterCount()) {
            throw new IllegalArgumentException(
                    "got " + parameters.length + " parameters; this network has " + parameterCount());
        }
    }

    @Override
    public void add(double factor, float[] direction) {
        int next = 0;
        for (DenseLayer layer : layers) {
            next = layer.add((float) factor, direction, next);
        }
    }

    @Override
    public Gradient newGradient() {
        return new FactoredGradient(this);
    }

    @Override
    public GradientSet newGradientSet(int size) {
        return new FactoredGradientSet(this, size);
    }

    @Override
    public int[] predict(List<FeatureVector> inputs) {
        int[] classes = new int[inputs.size()];
        for (int start = 0; start < classes.length; start += PREDICTED_TOGETHER) {
            int rows = Math.min(PREDICTED_TOGETHER, classes.length - start);
            prediction.begin(rows);
            for (int r = 0; r < rows; r++) {
                prediction.setInput(r, inputs.get(start + r));
            }
            prediction.run();
            for (int r = 0; r < rows; r++) {
                classes[start + r] = indexOfLargest(prediction.logits(), r);
            }
        }
        return classes;
    }

    @Override
    public void logits(Batch batch, float[] logits) {
        prediction.begin(batch.size());
        for (int r = 0; r < batch.size(); r++) {
            prediction.setInput(r, batch.get(r).features());
        }
        prediction.run();
        int next = 0;
        for (int r = 0; r < batch.size(); r++) {
            next = prediction.logits().copyTo(r, logits, next);
        }
    }

    @Override
    public Mlp copy() {
        return new Mlp(this);
    }

    @Override
    public void approach(Network other, double share) {
        Mlp that = ofSameSize(other);
        for (int l = 0; l < layers.length; l++) {
            layers[l].approach(that.layers[l], (float) share);
        }
    }

    /** Returns another network as one of the same kind and size, with its weights stored in the same way. */
    Mlp ofSameSize(Network other) {
        if (other instanceof Mlp that
                && that.kernel.layout() == kernel.layout()
                && Arrays.equals(that.sizes(), sizes())) {
            return that;
        }
        throw new IllegalArgumentException(
                "the other network is of another kind or size than this one of sizes " + Arrays.toString(sizes()));
    }

    @Override
    public Importance newImportance() {
        return new FactoredImportance(this);
    }

    @Override
    public Posterior newPosterior(double spread, RandomGenerator source) {
        return new FactoredPosterior(this, spread, source);
    }

    private static int indexOfLargest(Rows rows, int row) {
        int largest = 0;
        for (int j = 1; j < rows.width(); j++) {
            if (rows.get(row, j) > rows.get(row, largest)) {
                largest = j;
            }
        }
        return largest;
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeInts("sizes", sizes());
        out.writeFloats("parameters", parameters());
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.expectInts("sizes", sizes());
        float[] parameters = in.readFloats("parameters");
        if (parameters.length != parameterCount()) {
            throw in.wrong("parameters", parameters.length + " numbers", String.valueOf(parameterCount()));
        }
        setParameters(parameters);
    }

    /**
     * Makes a network of a state, whatever its sizes.
     *
     * @param in gives what {@link #save} wrote
     * @param kernel what computes
     * @return the network
     * @throws IOException if that is not the state of a network, or reading fails
     */
    public static Mlp read(StateReader in, Kernel kernel) throws IOException {
        int[] sizes = in.readInts("sizes");
        float[] parameters = in.readFloats("parameters");
        long expected = 0;
        for (int l = 0; l + 1 < sizes.length && expected >= 0 && expected <= parameters.length; l++) {
            expected = sizes[l] < 1 || sizes[l + 1] < 1 ? -1 : expected + (sizes[l] + 1L) * sizes[l + 1];
        }
        if (sizes.length < 2 || expected != parameters.length) {
            throw in.wrong("sizes", Arrays.toString(sizes), "those of " + parameters.length + " parameters");
        }
        Mlp network = new Mlp(Arrays.stream(sizes).boxed().toList(), new SeededRandom(0), kernel);
        network.setParameters(parameters);
        return network;
    }

    private int[] sizes() {
        int[] sizes = new int[layers.length + 1];
        sizes[0] = inputs();
        for (int l = 0; l < layers.length; l++) {
            sizes[l + 1] = layers[l].outputs;
        }
        return sizes;
    }
}
