package org.taagem.nn;

import java.util.List;
import java.util.random.RandomGenerator;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;

/**
 * A classifier that learns by gradient descent.
 *
 * <p>Its parameters are one logical vector, which can be copied out and in; how they are stored is its own business.
 */
public interface Network extends Classifier {
    /**
     * Returns the number of features of an input.
     *
     * @return at least 1
     */
    int inputs();

    /**
     * Returns the number of classes.
     *
     * @return at least 1
     */
    int outputs();

    /**
     * Returns the number of parameters.
     *
     * @return at least 1
     */
    int parameterCount();

    /**
     * Returns a copy of the parameters.
     *
     * @return {@code [parameterCount]}, in an order of the network's own that never changes
     */
    default float[] parameters() {
        float[] parameters = new float[parameterCount()];
        copyParameters(parameters);
        return parameters;
    }

    /**
     * Copies the parameters.
     *
     * @param parameters {@code [parameterCount]}, overwritten by what {@link #parameters()} returns
     * @throws IllegalArgumentException if it is too short or too long
     */
    void copyParameters(float[] parameters);

    /**
     * Replaces all parameters.
     *
     * @param parameters {@code [parameterCount]}, as {@link #parameters()} gave them
     * @throws IllegalArgumentException if there are too few or too many
     */
    void setParameters(float[] parameters);

    /**
     * Adds a multiple of a vector to the parameters.
     *
     * @param factor what to multiply it by
     * @param direction {@code [parameterCount]}, in the order of {@link #parameters()}
     */
    void add(double factor, float[] direction);

    /**
     * Makes a gradient of this network, to be filled again and again.
     *
     * @return a gradient that is not yet computed
     */
    Gradient newGradient();

    /**
     * Makes room for gradients of single samples, for learners that keep some.
     *
     * @param size how many, at least 1
     * @return gradients that are all zero
     * @throws UnsupportedOperationException if this kind of network cannot keep them
     */
    default GradientSet newGradientSet(int size) {
        throw new UnsupportedOperationException(
                getClass().getName() + " keeps no gradients of single samples, which the learner needs");
    }

    /**
     * Says which class each input most likely belongs to.
     *
     * @param inputs {@code [n]} vectors of {@link #inputs()} features
     * @return {@code [n]} classes in 0..outputs-1; the lowest of equally likely ones
     */
    @Override
    int[] predict(List<FeatureVector> inputs);

    /**
     * Says what it makes of each sample of a batch, before the softmax. Learns nothing.
     *
     * @param batch samples of {@link #inputs()} features
     * @param logits room for at least {@code [n][outputs]}, row after row; overwritten
     */
    void logits(Batch batch, float[] logits);

    /**
     * Makes a network with the same parameters, which shares nothing with this one.
     *
     * @return a network of the same kind
     */
    Network copy();

    /**
     * Moves the parameters a share of the way to those of another network: {@code theta := theta + share (other - theta)}.
     *
     * @param other a network of the same kind and size
     * @param share 0 (stay) to 1 (become equal to the other, bit for bit)
     * @throws IllegalArgumentException if the other is of another kind or size
     */
    void approach(Network other, double share);

    /**
     * Makes what finds out how much each parameter matters.
     *
     * @return as long as nothing has been found out, none does
     * @throws UnsupportedOperationException if this kind of network cannot tell
     */
    default Importance newImportance() {
        throw new UnsupportedOperationException(
                getClass().getName() + " cannot tell how much its parameters matter, which the learner needs");
    }

    /**
     * Makes what is believed of the parameters, if what they are now is taken for their mean.
     *
     * @param spread of every parameter, more than 0
     * @param random the source of chance
     * @return nothing has been collected yet
     * @throws UnsupportedOperationException if nothing but the parameters is known of this kind of network
     */
    default Posterior newPosterior(double spread, RandomGenerator random) {
        throw new UnsupportedOperationException(
                getClass().getName() + " knows no spreads of its parameters, which the learner needs");
    }

    /**
     * Copies what this network predicts with.
     *
     * @return a classifier with parameters and buffers of its own, which goes on predicting, bit for bit, what this
     *     network would predict now; another thread may use it while this network learns on
     */
    default Classifier snapshot() {
        return copy();
    }
}
