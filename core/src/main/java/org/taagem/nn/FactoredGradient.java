package org.taagem.nn;

import java.util.Arrays;
import java.util.Optional;

import org.taagem.data.Batch;
import org.taagem.data.Sample;

/**
 * The gradient of an {@link Mlp}, kept as the factors that it is the product of.
 *
 * <p>A layer's gradient is the sum over the samples of an outer product {@code a d'}: {@code a} what came in (with a 1
 * for the bias), {@code d} the error that came back. Inner products and descent need the factors only: {@code g.gRef =
 * sum over layers and pairs of samples of (a.a')(d.d')}, and a projected step is one update of rank batch + reference
 * batch. So the matrices, far larger than the factors of a few samples, are not formed; only the norm of a gradient of
 * many samples is had more cheaply from the matrices, which then serve the step as well.
 */
final class FactoredGradient implements Gradient {
    /** From so many samples on, a norm is taken of the formed gradient: pairs of samples grow with their square. */
    private static final int MANY_SAMPLES = 64;

    private final Mlp network;
    final ForwardPass forward;
    final BackwardPass backward;
    private final InnerProduct innerProduct;
    private final SumNorm sumNorm;
    private final WeightUpdate update;
    /** Made when it is first needed: as large as the network. */
    private Optional<FormedGradient> formed = Optional.empty();
    /** With what was added; made when it is first asked for. */
    private Optional<FormedGradient> whole = Optional.empty();

    private boolean isFormed;
    /** What it is times what was computed. */
    private double scale = 1;

    /** What was added to this gradient, and times what: the first {@code added} of each. */
    private FactoredGradient[] addends = {};

    private double[] factors = {};
    private int added;

    /** This gradient and what was added, for the norm of the sum, and what to multiply each by. */
    private FactoredGradient[] summands = {};

    private double[] weights = {};

    FactoredGradient(Mlp network) {
        this.network = network;
        forward = new ForwardPass(network);
        backward = new BackwardPass(network, forward);
        innerProduct = new InnerProduct(network);
        sumNorm = new SumNorm(network);
        update = new WeightUpdate(network);
    }

    @Override
    public double compute(Batch batch, Loss loss) {
        if (batch.size() == 0) {
            throw new IllegalArgumentException("the batch is empty; a gradient needs at least one sample");
        }
        added = 0;
        scale = 1;
        isFormed = false;
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
        return backward.run(batch, loss);
    }

    @Override
    public double dot(Gradient other) {
        FactoredGradient that = ofSameNetwork(other);
        double sum = scale * plainDot(that);
        for (int k = 0; k < added; k++) {
            sum += factors[k] * addends[k].scale * addends[k].plainDot(that);
        }
        return sum;
    }

    /** The inner product of this gradient as computed with the other as it is now. */
    private double plainDot(FactoredGradient that) {
        double sum = that.scale * dotAsComputed(that);
        for (int k = 0; k < that.added; k++) {
            sum += that.factors[k] * that.addends[k].scale * dotAsComputed(that.addends[k]);
        }
        return sum;
    }

    private double dotAsComputed(FactoredGradient that) {
        if (Math.min(forward.rows(), that.forward.rows()) < MANY_SAMPLES) {
            return innerProduct.of(this, that);
        }
        return formed().dot(that.formed());
    }

    private FormedGradient formed() {
        if (formed.isEmpty()) {
            formed = Optional.of(new FormedGradient(network));
        }
        FormedGradient matrices = formed.get();
        if (!isFormed) {
            matrices.setToZero();
            update.clear();
            update.add(1, this);
            update.gather();
            for (int l = 0; l < matrices.layers.length; l++) {
                update.apply(l, matrices.layers[l]);
            }
            isFormed = true;
        }
        return matrices;
    }

    /** Computes the inner product of the gradient of each of this one's samples with another, neither of them a sum. */
    void dotEach(Gradient other, double[] products) {
        FactoredGradient that = ofSameNetwork(other);
        if (added > 0 || that.added > 0) {
            throw new IllegalArgumentException("only gradients that are no sums can be taken sample by sample");
        }
        innerProduct.ofEach(this, that, products);
        for (int r = 0; r < forward.rows(); r++) {
            products[r] *= scale * that.scale;
        }
    }

    @Override
    public double squaredNorm() {
        return Math.max(0, added == 0 || anyIsLarge() ? dot(this) : normOfSum());
    }

    private boolean anyIsLarge() {
        boolean isLarge = forward.rows() >= MANY_SAMPLES;
        for (int k = 0; k < added; k++) {
            isLarge |= addends[k].forward.rows() >= MANY_SAMPLES;
        }
        return isLarge;
    }

    private double normOfSum() {
        if (summands.length != added + 1) {
            summands = new FactoredGradient[added + 1];
            weights = new double[added + 1];
        }
        summands[0] = this;
        weights[0] = scale;
        for (int k = 0; k < added; k++) {
            summands[k + 1] = addends[k];
            weights[k + 1] = factors[k] * addends[k].scale;
        }
        return sumNorm.of(summands, weights);
    }

    @Override
    public void scale(double factor) {
        scale *= factor;
        for (int k = 0; k < added; k++) {
            factors[k] *= factor;
        }
    }

    @Override
    public void copyLogits(int row, float[] logits) {
        forward.logits().copyTo(row, logits, 0);
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
        boolean allFactored = addTo(network.layers, -learningRate);
        for (int l = 1; l < network.layers.length; l++) {
            update.transpose(l, network.layers[l], allFactored);
        }
    }

    @Override
    public float[] toArray() {
        float[] array = new float[network.parameterCount()];
        copyTo(array);
        return array;
    }

    @Override
    public void copyTo(float[] vector) {
        if (whole.isEmpty()) {
            whole = Optional.of(new FormedGradient(network));
        }
        FormedGradient sum = whole.get();
        sum.setToZero();
        addTo(sum.layers, 1);
        sum.copyTo(vector);
    }

    /** Adds this gradient, times a scale, to layers; returns whether all of it was still factored. */
    private boolean addTo(DenseLayer[] layers, double factor) {
        update.clear();
        boolean allFactored = collect(factor, this);
        for (int k = 0; k < added; k++) {
            allFactored &= collect(factor * factors[k], addends[k]);
        }
        update.gather();
        for (int l = 0; l < layers.length; l++) {
            update.apply(l, layers[l]);
            addFormed(l, layers[l], factor);
        }
        return allFactored;
    }

    /** Adds this gradient as it was last computed, times a scale, to layers. */
    void addAsComputed(DenseLayer[] layers, double factor) {
        update.clear();
        update.add(factor, this);
        update.gather();
        for (int l = 0; l < layers.length; l++) {
            update.apply(l, layers[l]);
        }
    }

    private boolean collect(double factor, FactoredGradient gradient) {
        if (!gradient.isFormed) {
            update.add(factor * gradient.scale, gradient);
        }
        return !gradient.isFormed;
    }

    private void addFormed(int l, DenseLayer layer, double factor) {
        if (isFormed) {
            layer.add((float) (factor * scale), formed().layers[l]);
        }
        for (int k = 0; k < added; k++) {
            if (addends[k].isFormed) {
                layer.add((float) (factor * factors[k] * addends[k].scale), addends[k].formed().layers[l]);
            }
        }
    }

    private FactoredGradient ofSameNetwork(Gradient other) {
        if (other instanceof FactoredGradient that && that.network == network) {
            return that;
        }
        throw new IllegalArgumentException("the other gradient belongs to another network");
    }
}
