package org.taagem.nn;

import org.taagem.data.Batch;

/** A gradient as one vector, for rules that change its elements one by one. */
public final class DenseGradient implements Gradient {
    private final Network network;
    private final Gradient computed;
    private final float[] values;

    /**
     * Makes a gradient of zeros.
     *
     * @param network the network whose gradient it is
     */
    public DenseGradient(Network network) {
        this.network = network;
        computed = network.newGradient();
        values = new float[network.parameterCount()];
    }

    /**
     * Returns the elements.
     *
     * @return {@code [parameterCount]}, in the order of {@link Network#parameters()}: the vector itself, to be changed
     */
    public float[] values() {
        return values;
    }

    @Override
    public double compute(Batch batch, Loss loss) {
        double mean = computed.compute(batch, loss);
        computed.copyTo(values);
        return mean;
    }

    @Override
    public void copyLogits(int row, float[] logits) {
        computed.copyLogits(row, logits);
    }

    @Override
    public double dot(Gradient other) {
        float[] others = ofSameNetwork(other).values;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * others[i];
        }
        return sum;
    }

    @Override
    public double squaredNorm() {
        return dot(this);
    }

    @Override
    public void scale(double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= (float) factor;
        }
    }

    @Override
    public void add(double factor, Gradient other) {
        float[] others = ofSameNetwork(other).values;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.fma((float) factor, others[i], values[i]);
        }
    }

    @Override
    public void descend(double learningRate) {
        network.add(-learningRate, values);
    }

    @Override
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public void copyTo(float[] vector) {
        System.arraycopy(values, 0, vector, 0, values.length);
    }

    private DenseGradient ofSameNetwork(Gradient other) {
        if (other instanceof DenseGradient that && that.network == network) {
            return that;
        }
        throw new IllegalArgumentException("the other gradient is no vector, or belongs to another network");
    }
}
