package org.taagem.learn;

import org.taagem.data.Batch;
import org.taagem.nn.Gradient;
import org.taagem.nn.Network;
import org.taagem.nn.Optimizer;

/**
 * MEGA: learns from the batch and from the memory by turns of their losses, the more from whichever is known worse (Guo et al.
 * 2020, <a href="https://arxiv.org/abs/1909.11763">arXiv:1909.11763</a>); {@link LossBalance} says how.
 *
 * <p>With the clustered memory and the removal of the furthest sample, this is STRATA-I or STRATA-II of the Python original.
 */
public final class Mega extends RehearsingLearner {
    private final LossBalance balance;
    private final Gradient g;
    private final Gradient gRef;

    /**
     * Makes a learner.
     *
     * @param network what learns
     * @param optimizer takes the steps
     * @param rehearsal the memory and its use
     * @param balance MEGA-I or MEGA-II
     */
    public Mega(Network network, Optimizer optimizer, Rehearsal rehearsal, LossBalance balance) {
        super(network, optimizer, rehearsal);
        this.balance = balance;
        g = network.newGradient();
        gRef = network.newGradient();
    }

    @Override
    public double observe(Batch batch) {
        double loss = g.compute(batch);
        Batch reference = rehearsal.draw(batch);
        if (reference.size() > 0) {
            mix(loss, gRef.compute(reference));
        }
        optimizer.step(g, loss);
        rehearsal.offer(batch);
        return loss;
    }

    private void mix(double loss, double lossRef) {
        LossBalance.Weights weights = balance.weigh(new LossBalance.Geometry(
                loss, lossRef, g.dot(gRef), Math.sqrt(g.squaredNorm()), Math.sqrt(gRef.squaredNorm())));
        g.scale(weights.own());
        g.add(weights.reference(), gRef);
    }
}
