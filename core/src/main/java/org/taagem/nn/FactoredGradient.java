package org.taagem.nn;

import java.util.Arrays;

import org.taagem.data.Batch;
import org.taagem.data.Sample;

/**
 * The gradient of an {@link Mlp}, kept as the factors that it is the product of.
 *
 * <p>A layer's gradient is the sum over the samples of an outer product {@code a d'}: {@code a} what came in (with a 1
 * for the bias), {@code d} the error that came back. Inner products and descent need the factors only: {@code g.gRef =
 * sum over layers and pairs of samples of (a.a')(d.d')}, and a projected step is one update of rank batch + reference
 * batch. So the matrices, far larger than their factors, are never formed.
 */
final class FactoredGradient implements Gradient {
    private final Mlp network;
    final ForwardPass forward;
    final BackwardPass backward;
    private final InnerProduct innerProduct;
    private final WeightUpdate update;

    /** What was added to this gradient, and times what: the first {@code added} of each. */
    private FactoredGradient[] addends = {};

    private double[] factors = {};
    private int added;

    FactoredGradient(Mlp network) {
        this.network = network;
        forward = new ForwardPass(network);
        backward = new BackwardPass(network, forward);
        innerProduct = new InnerProduct(network.kernel);
        update = new WeightUpdate(network.kernel);
    }

    @Override
    public double compute(Batch batch) {
        if (batch.size() == 0) {
            throw new IllegalArgumentException("the batch is empty; a gradient needs at least one sample");
        }
        added = 0;
        forward.begin(batch.size());
        for (int r = 0; r < batch.size(); r++) {
            Sample sample = batch.get(r);
            if (sample.label() >= network.outputs()) {
                throw new IllegalArgumentException("sample " + sample.id() + " has label " + sample.label()
                        + "; this network knows 0.." + (network.outputs() - 1));
            }
            forward.setInput(r, sample.features());
        }
        forward.run();
        return backward.run(batch);
    }

    @Override
    public double dot(Gradient other) {
        FactoredGradient that = ofSameNetwork(other);
        double sum = plainDot(that);
        for (int k = 0; k < added; k++) {
            sum += factors[k] * addends[k].plainDot(that);
        }
        return sum;
    }

    /** The inner product of this gradient as computed with the other as it is now. */
    private double plainDot(FactoredGradient that) {
        double sum = innerProduct.of(this, that);
        for (int k = 0; k < that.added; k++) {
            sum += that.factors[k] * innerProduct.of(this, that.addends[k]);
        }
        return sum;
    }

    @Override
    public double squaredNorm() {
        return Math.max(0, dot(this));
    }

    @Override
    public void add(double factor, Gradient other) {
        FactoredGradient that = ofSameNetwork(other);
        if (that == this || that.added > 0) {
            throw new IllegalArgumentException("only another gradient that is not itself a sum can be added");
        }
        if (added == factors.length) {
            addends = Arrays.copyOf(addends, added + 1);
            factors = Arrays.copyOf(factors, added + 1);
        }
        addends[added] = that;
        factors[added++] = factor;
    }

    @Override
    public void descend(double learningRate) {
        collectTerms(-learningRate);
        for (int l = 0; l < network.layers.length; l++) {
            DenseLayer layer = network.layers[l];
            update.apply(l, layer.weights, layer.bias);
            layer.transpose();
        }
    }

    @Override
    public float[] toArray() {
        collectTerms(1);
        float[] array = new float[network.parameterCount()];
        int next = 0;
        for (int l = 0; l < network.layers.length; l++) {
            DenseLayer formed = new DenseLayer(network.layers[l].inputs, network.layers[l].outputs, true);
            update.apply(l, formed.weights, formed.bias);
            next = formed.copyTo(array, next);
        }
        return array;
    }

    private void collectTerms(double scale) {
        update.clear();
        update.add(scale, this);
        for (int k = 0; k < added; k++) {
            update.add(scale * factors[k], addends[k]);
        }
    }

    DenseLayer layer(int l) {
        return network.layers[l];
    }

    private FactoredGradient ofSameNetwork(Gradient other) {
        if (other instanceof FactoredGradient that && that.network == network) {
            return that;
        }
        throw new IllegalArgumentException("the other gradient belongs to another network");
    }
}
