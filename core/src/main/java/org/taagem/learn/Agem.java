package org.taagem.learn;

import java.util.List;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.memory.EpisodicMemory;
import org.taagem.nn.Classifier;
import org.taagem.nn.Gradient;
import org.taagem.nn.Network;
import org.taagem.nn.Sgd;

/**
 * Averaged gradient episodic memory: stochastic gradient descent whose gradient is projected so that, to first order,
 * the loss on the memory does not rise (Chaudhry et al. 2019, "Efficient Lifelong Learning with A-GEM",
 * <a href="https://arxiv.org/abs/1812.00420">arXiv:1812.00420</a>).
 *
 * <p>With a {@link org.taagem.memory.ClusteredMemory} this is TA-A-GEM (Lamers et al. 2023,
 * <a href="https://arxiv.org/abs/2309.12078">arXiv:2309.12078</a>), which needs no word about tasks.
 */
public final class Agem implements ContinualLearner, Projecting, Snapshotting {
    private final Network network;
    private final Sgd sgd;
    private final Rehearsal rehearsal;
    private final GradientProjection projection;
    private final Gradient g;
    private final Gradient gRef;
    private long projected;
    private long compared;

    /**
     * Makes a learner.
     *
     * @param network what learns
     * @param sgd takes the steps
     * @param rehearsal the memory and its use
     * @param projection bends the gradients
     */
    public Agem(Network network, Sgd sgd, Rehearsal rehearsal, GradientProjection projection) {
        this.network = network;
        this.sgd = sgd;
        this.rehearsal = rehearsal;
        this.projection = projection;
        g = network.newGradient();
        gRef = network.newGradient();
    }

    /**
     * Makes a learner that uses its memory in the usual way ({@link Rehearsal#of}).
     *
     * @param network what learns
     * @param sgd takes the steps
     * @param memory what it rehearses from
     */
    public Agem(Network network, Sgd sgd, EpisodicMemory memory) {
        this(network, sgd, Rehearsal.of(memory), new AgemProjection());
    }

    @Override
    public double observe(Batch batch) {
        double loss = g.compute(batch);
        Batch reference = rehearsal.draw(batch);
        if (reference.size() > 0) {
            gRef.compute(reference);
            compared++;
            projected += projection.project(g, gRef) ? 1 : 0;
        }
        sgd.step(g, loss);
        rehearsal.offer(batch);
        return loss;
    }

    @Override
    public int[] predict(List<FeatureVector> inputs) {
        return network.predict(inputs);
    }

    @Override
    public Classifier snapshot() {
        return network.snapshot();
    }

    @Override
    public long projectedSteps() {
        return projected;
    }

    @Override
    public long comparedSteps() {
        return compared;
    }
}
