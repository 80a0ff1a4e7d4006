package org.taagem.learn;

import org.taagem.data.Batch;
import org.taagem.nn.Gradient;
import org.taagem.nn.Network;
import org.taagem.nn.Optimizer;

/**
 * Experience replay: every step learns from the batch and from samples of the memory together (Chaudhry et al. 2019, "On Tiny
 * Episodic Memories in Continual Learning", <a href="https://arxiv.org/abs/1902.10486">arXiv:1902.10486</a>, algorithm 1).
 *
 * <p>The loss is the mean over all samples of both, where a sample of the memory counts {@code memoryWeight} times.
 */
public final class ExperienceReplay extends RehearsingLearner {
    private final double memoryWeight;
    private final Gradient g;
    private final Gradient gRef;

    /**
     * Makes a learner.
     *
     * @param network what learns
     * @param optimizer takes the steps
     * @param rehearsal the memory and its use
     * @param memoryWeight how much a sample of the memory counts, one of the batch being 1; 0 or more, 1 in the paper
     */
    public ExperienceReplay(Network network, Optimizer optimizer, Rehearsal rehearsal, double memoryWeight) {
        super(network, optimizer, rehearsal);
        if (!(memoryWeight >= 0 && memoryWeight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("memory weight is " + memoryWeight + "; expected a number of 0 or more");
        }
        this.memoryWeight = memoryWeight;
        g = network.newGradient();
        gRef = network.newGradient();
    }

    @Override
    public double observe(Batch batch) {
        double loss = g.compute(batch);
        Batch reference = rehearsal.draw(batch);
        if (reference.size() > 0) {
            gRef.compute(reference);
            double share = batch.size() / (batch.size() + memoryWeight * reference.size());
            g.scale(share);
            g.add(1 - share, gRef);
        }
        optimizer.step(g, loss);
        rehearsal.offer(batch);
        return loss;
    }
}
