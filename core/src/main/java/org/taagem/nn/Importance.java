package org.taagem.nn;

import org.taagem.data.Batch;
import org.taagem.state.Stateful;

/**
 * How much each parameter of a network matters to what it says of some samples: a moving average of the squared derivatives of a
 * function of the logits, each of one sample alone. With the log-probability of a class, this is a diagonal of the Fisher
 * information; with a random combination of the logits, of the Jacobian's Gram matrix.
 */
public interface Importance extends Stateful {
    /**
     * Takes in samples: {@code F := decay F + (1 - decay) mean over the samples of (d loss / d theta)^2}.
     *
     * @param batch at least one sample
     * @param loss a function of the logits of a sample
     * @param decay how much of the former average stays, 0..1
     * @throws IllegalArgumentException if the batch is empty or a sample does not fit the network
     */
    void update(Batch batch, Loss loss, double decay);

    /**
     * Pulls the network towards another, each parameter by a spring as stiff as it matters: by {@code r / (1 + r)} of the way, where
     * {@code r = strength F}. However stiff a spring is, a parameter does not pass its target.
     *
     * @param target a network of the same kind and size
     * @param strength 0 or more
     * @throws IllegalArgumentException if the target is of another kind or size
     */
    void pull(Network target, double strength);

    /**
     * Returns how much each parameter matters.
     *
     * @return {@code [parameterCount]}, in the order of {@link Network#parameters()}, 0 or more
     */
    float[] toArray();
}
