package org.taagem.nn;

import org.taagem.data.Batch;

/**
 * The gradient of a network's mean loss over a batch, with respect to all of its parameters.
 *
 * <p>A gradient belongs to the network that made it and need not be stored as a vector. It stays valid until it is
 * computed again or its network's parameters change.
 */
public interface Gradient {
    /**
     * Computes the gradient of the mean softmax cross-entropy over a batch, at the network's present parameters.
     *
     * @param batch at least one sample
     * @return the mean loss, 0 or more, in nats
     * @throws IllegalArgumentException if the batch is empty or a sample does not fit the network
     */
    default double compute(Batch batch) {
        return compute(batch, Loss.CROSS_ENTROPY);
    }

    /**
     * Computes the gradient of the mean over a batch of any loss, in place of what was here before.
     *
     * @param batch at least one sample; not kept
     * @param loss the loss of a sample
     * @return the mean loss
     * @throws IllegalArgumentException if the batch is empty or a sample does not fit the network
     */
    double compute(Batch batch, Loss loss);

    /**
     * Copies what the network said of a sample when this gradient was computed.
     *
     * @param row which sample of the batch
     * @param logits {@code [classes]}, overwritten
     */
    void copyLogits(int row, float[] logits);

    /**
     * Returns the inner product with another gradient of the same network.
     *
     * @param other the other gradient; may be this one
     * @return the sum over all parameters of the products
     */
    double dot(Gradient other);

    /**
     * Returns the squared Euclidean norm.
     *
     * @return 0 or more
     */
    double squaredNorm();

    /**
     * Multiplies this gradient by a number.
     *
     * @param factor any number
     */
    void scale(double factor);

    /**
     * Adds a multiple of another gradient to this one. The other must not be computed anew while this one is in use.
     *
     * @param factor what to multiply it by
     * @param other a gradient of the same network, not itself a sum
     */
    void add(double factor, Gradient other);

    /**
     * Takes a step of gradient descent: subtracts the gradient times the learning rate from the parameters.
     *
     * @param learningRate step size, 0 or more
     */
    void descend(double learningRate);

    /**
     * Returns the gradient as a vector.
     *
     * @return {@code [parameterCount]}, in the order of {@link Network#parameters()}
     */
    float[] toArray();

    /**
     * Copies the gradient to a vector.
     *
     * @param vector {@code [parameterCount]}, in the order of {@link Network#parameters()}; overwritten
     */
    void copyTo(float[] vector);
}
