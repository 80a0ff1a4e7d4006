package org.taagem.learn;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.taagem.data.Batch;
import org.taagem.data.Sample;
import org.taagem.nn.Gradient;
import org.taagem.nn.GradientSet;
import org.taagem.nn.Loss;
import org.taagem.nn.Network;
import org.taagem.nn.Optimizer;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;

/**
 * Orthogonal gradient descent: steps change nothing, to first order, of what the network says of the samples in memory
 * (Farajtabar et al. 2019, "Orthogonal Gradient Descent for Continual Learning", <a
 * href="https://arxiv.org/abs/1910.07104">arXiv:1910.07104</a>, algorithm 1, variant OGD-GTL). With a memory that needs no task
 * boundaries, such as the clustered one, it is task-agnostic (TA-OGD; Lamers et al. 2023, <a
 * href="https://arxiv.org/abs/2309.12078">arXiv:2309.12078</a>).
 *
 * <p>With each sample that the memory keeps, the gradient of the logit of its label is kept as it was then. A step's gradient
 * loses its part in the space that these span.
 */
public final class OrthogonalGradientDescent extends RehearsingLearner {
    /** Number of a slot without a sample. */
    private static final int FREE = -1;

    private static final Loss LOGIT_OF_LABEL = OrthogonalGradientDescent::logitOfLabel;

    private final Gradient g;
    private final GradientSet kept;
    private final GramMatrix gram;
    /** {@code [capacity]}: of which sample a gradient is. */
    private final int[] ids;
    /** {@code [capacity]}: the samples in memory, sorted anew whenever it may have changed. */
    private final int[] idsInMemory;

    private final double[] products;
    private final double[] factors;

    /**
     * Makes a learner.
     *
     * @param network what learns
     * @param optimizer takes the steps
     * @param rehearsal the memory and its use; a reference batch is not drawn
     */
    public OrthogonalGradientDescent(Network network, Optimizer optimizer, Rehearsal rehearsal) {
        super(network, optimizer, rehearsal);
        int capacity = Math.max(1, rehearsal.memory().capacity());
        g = network.newGradient();
        kept = network.newGradientSet(capacity);
        gram = new GramMatrix(capacity);
        ids = new int[capacity];
        Arrays.fill(ids, FREE);
        idsInMemory = new int[capacity];
        products = new double[capacity];
        factors = new double[capacity];
    }

    private static double logitOfLabel(Batch batch, int row, float[] logits) {
        int label = batch.get(row).label();
        double logit = logits[label];
        Arrays.fill(logits, 0);
        logits[label] = 1;
        return logit;
    }

    @Override
    public double observe(Batch batch) {
        double loss = g.compute(batch);
        if (!gram.isEmpty()) {
            kept.dot(g, products);
            gram.solve(products, factors);
            for (int slot = 0; slot < factors.length; slot++) {
                factors[slot] = -factors[slot];
            }
            kept.addTo(factors, g);
        }
        optimizer.step(g, loss);
        offer(batch);
        return loss;
    }

    private void offer(Batch batch) {
        int due = rehearsal.writer().due(batch.size());
        for (int i = 0; i < due; i++) {
            rehearsal.memory().add(batch.get(i));
        }
        if (due > 0) {
            keepGradients(rehearsal.memory().samples());
        }
    }

    /** Drops the gradients of samples that the memory has given up, and computes those of new ones. */
    private void keepGradients(List<Sample> samples) {
        int count = 0;
        for (Sample sample : samples) {
            idsInMemory[count++] = sample.id();
        }
        Arrays.sort(idsInMemory, 0, count);
        for (int slot = 0; slot < ids.length; slot++) {
            if (ids[slot] != FREE && Arrays.binarySearch(idsInMemory, 0, count, ids[slot]) < 0) {
                ids[slot] = FREE;
                gram.remove(slot);
            }
        }
        for (Sample sample : samples) {
            if (slotOf(sample.id()) == FREE) {
                keep(sample, slotOf(FREE));
            }
        }
    }

    private int slotOf(int id) {
        for (int slot = 0; slot < ids.length; slot++) {
            if (ids[slot] == id) {
                return slot;
            }
        }
        return FREE;
    }

    private void keep(Sample sample, int slot) {
        ids[slot] = sample.id();
        kept.set(slot, sample, LOGIT_OF_LABEL);
        kept.dot(slot, products);
        gram.set(slot, products);
    }

    @Override
    public void save(StateWriter out) throws IOException {
        super.save(out);
        out.writeInts("ids", ids);
        out.writePart("gradients", kept);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        super.restore(in);
        int[] saved = in.readInts("ids");
        if (saved.length != ids.length) {
            throw in.wrong("ids", saved.length + " numbers", String.valueOf(ids.length));
        }
        System.arraycopy(saved, 0, ids, 0, ids.length);
        in.readPart("gradients", kept);
        for (int slot = 0; slot < ids.length; slot++) {
            gram.remove(slot);
        }
        for (int slot = 0; slot < ids.length; slot++) {
            if (ids[slot] != FREE) {
                kept.dot(slot, products);
                gram.set(slot, products);
            }
        }
    }
}
