package org.taagem.learn;

import java.io.IOException;

import org.taagem.data.Batch;
import org.taagem.memory.EpisodicMemory;
import org.taagem.nn.Gradient;
import org.taagem.nn.Network;
import org.taagem.nn.Optimizer;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * Averaged gradient episodic memory: stochastic gradient descent whose gradient is projected so that, to first order,
 * the loss on the memory does not rise (Chaudhry et al. 2019, "Efficient Lifelong Learning with A-GEM",
 * <a href="https://arxiv.org/abs/1812.00420">arXiv:1812.00420</a>).
 *
 * <p>With a {@link org.taagem.memory.ClusteredMemory} this is TA-A-GEM (Lamers et al. 2023,
 * <a href="https://arxiv.org/abs/2309.12078">arXiv:2309.12078</a>), which needs no word about tasks.
 */
public final class Agem extends RehearsingLearner implements Projecting {
    private final GradientProjection projection;
    private final Gradient g;
    private final Gradient gRef;
    private long projected;
    private long compared;

    /**
     * Makes a learner.
     *
     * @param network what learns
     * @param optimizer takes the steps
     * @param rehearsal the memory and its use
     * @param projection bends the gradients
     */
    public Agem(Network network, Optimizer optimizer, Rehearsal rehearsal, GradientProjection projection) {
        super(network, optimizer, rehearsal);
        this.projection = projection;
        g = network.newGradient();
        gRef = network.newGradient();
    }

    /**
     * Makes a learner that uses its memory in the usual way ({@link Rehearsal#of}).
     *
     * @param network what learns
     * @param optimizer takes the steps
     * @param memory what it rehearses from
     */
    public Agem(Network network, Optimizer optimizer, EpisodicMemory memory) {
        this(network, optimizer, Rehearsal.of(memory), new AgemProjection());
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
        optimizer.step(g, loss);
        rehearsal.offer(batch);
        return loss;
    }

    @Override
    public long projectedSteps() {
        return projected;
    }

    @Override
    public long comparedSteps() {
        return compared;
    }

    /** {@inheritDoc} A projection that has a state of its own must be {@link Stateful}. */
    @Override
    public void save(StateWriter out) throws IOException {
        super.save(out);
        if (projection instanceof Stateful) {
            out.writePart("projection", projection);
        }
        out.writeLong("compared", compared);
        out.writeLong("projected", projected);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        super.restore(in);
        if (projection instanceof Stateful) {
            in.readPart("projection", projection);
        }
        compared = in.readCount("compared");
        projected = in.readCount("projected");
    }
}
