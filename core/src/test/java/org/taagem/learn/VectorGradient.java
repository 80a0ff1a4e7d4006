package org.taagem.learn;

import org.taagem.data.Batch;
import org.taagem.nn.Gradient;
import org.taagem.nn.Loss;

/** A gradient that is a plain vector, with which the arithmetic of a projection can be seen. */
final class VectorGradient implements Gradient {
    final double[] values;

    VectorGradient(double... values) {
        this.values = values;
    }

    @Override
    public double compute(Batch batch, Loss loss) {
        throw new UnsupportedOperationException("this gradient belongs to no network");
    }

    @Override
    public double dot(Gradient other) {
        double[] others = ((VectorGradient) other).values;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * others[i];
        }
        return sum;
    }

    @Override
    public double squaredNorm() {
        return dot(this);
    }

    @Override
    public void add(double factor, Gradient other) {
        double[] others = ((VectorGradient) other).values;
        for (int i = 0; i < values.length; i++) {
            values[i] += factor * others[i];
        }
    }

    @Override
    public void copyLogits(int row, float[] logits) {
        throw new UnsupportedOperationException("this gradient belongs to no network");
    }

    @Override
    public void scale(double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    @Override
    public void copyTo(float[] vector) {
        System.arraycopy(toArray(), 0, vector, 0, vector.length);
    }

    @Override
    public void descend(double learningRate) {
        throw new UnsupportedOperationException("this gradient belongs to no network");
    }

    @Override
    public float[] toArray() {
        float[] array = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            array[i] = (float) values[i];
        }
        return array;
    }
}
