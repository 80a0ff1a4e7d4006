package org.taagem.learn;

import org.taagem.data.Batch;
import org.taagem.nn.Gradient;
import org.taagem.nn.Loss;
import org.taagem.nn.Network;
import org.taagem.nn.Optimizer;

/**
 * DER++: rehearses what the network once said of samples as well as their labels (Buzzega et al. 2020, "Dark Experience for
 * General Continual Learning", <a href="https://arxiv.org/abs/2004.07211">arXiv:2004.07211</a>, algorithm 2).
 *
 * <p>The loss is the cross-entropy of the batch, plus {@code alpha} times the mean squared difference between the logits of some
 * samples of the memory and those stored with them (mean over classes, as in the authors' code), plus {@code beta} times the
 * cross-entropy of other samples of the memory.
 */
public final class DarkExperienceReplay extends RehearsingLearner {
    private final Weights weights;
    private final Loss matching = new LogitMatching();
    private final Gradient g;
    private final Gradient ofLogits;
    private final Gradient ofLabels;
    private final float[] said;

    /**
     * What counts how much; the cross-entropy of the batch counts 1.
     *
     * @param alpha the difference of logits, 0 or more
     * @param beta the cross-entropy of samples from memory, 0 or more
     */
    public record Weights(double alpha, double beta) {
        public Weights {
            if (!(alpha >= 0 && beta >= 0 && alpha + beta < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "alpha and beta are " + alpha + " and " + beta + "; expected numbers of 0 or more");
            }
        }
    }

    /**
     * Makes a learner.
     *
     * @param network what learns
     * @param optimizer takes the steps
     * @param rehearsal the memory and its use
     * @param weights what counts how much
     */
    public DarkExperienceReplay(Network network, Optimizer optimizer, Rehearsal rehearsal, Weights weights) {
        super(network, optimizer, rehearsal);
        this.weights = weights;
        g = network.newGradient();
        ofLogits = network.newGradient();
        ofLabels = network.newGradient();
        said = new float[network.outputs()];
    }

    @Override
    public double observe(Batch batch) {
        double loss = g.compute(batch);
        rehearse(batch, ofLogits, matching, weights.alpha());
        rehearse(batch, ofLabels, Loss.CROSS_ENTROPY, weights.beta());
        optimizer.step(g, loss);
        if (Double.isFinite(loss)) {
            offer(batch);
        }
        return loss;
    }

    private void rehearse(Batch batch, Gradient ofMemory, Loss loss, double weight) {
        Batch reference = rehearsal.draw(batch);
        if (reference.size() > 0 && weight > 0) {
            ofMemory.compute(reference, loss);
            g.add(weight, ofMemory);
        }
    }

    /** Offers samples with what the network said of them before the step. */
    private void offer(Batch batch) {
        int due = rehearsal.writer().due(batch.size());
        for (int i = 0; i < due; i++) {
            g.copyLogits(i, said);
            rehearsal.memory().add(batch.get(i).withLogits(said));
        }
    }
}
