package org.taagem.learn;

import java.io.IOException;
import java.util.List;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.nn.Classifier;
import org.taagem.nn.Ensemble;
import org.taagem.nn.Gradient;
import org.taagem.nn.Loss;
import org.taagem.nn.Optimizer;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;

/**
 * SLATE, replay with a slow-averaged teacher: rehearses labels and logits of what it remembers, is taught by a slow average of its own
 * weights, and keeps those that matter near a fast one. It is told nothing of tasks (docs/learner.md).
 *
 * <p>The loss of a step is, with {@code z} the logits, {@code y} the label, {@code H} a mean square with a tolerance
 * ({@link PulledLoss}), {@code z_S} and {@code p_S} logits and probabilities of the slow average:
 *
 * <ul>
 *   <li>the mean over the batch of the cross-entropy {@code + m * teaching * p_S(y) * H(z - z_S)}: the teacher counts as far as it is
 *       right, so that it does not hold up what it does not know yet; {@code m} grows from 0 to 1 over the first steps
 *       ({@link Consolidation#maturity});
 *   <li>plus the mean over samples of the memory of {@code rehearsal} times the cross-entropy {@code + matching * H(z - q)}, with
 *       {@code q} the logits from when the sample came (as in DER++, Buzzega et al. 2020), or the teacher's where those are better.
 * </ul>
 *
 * <p>{@link Consolidation} says how weights are averaged and anchored; of two averages, the surer one answers. As long as nothing
 * is remembered, it takes plain steps.
 */
public final class Slate extends RehearsingLearner implements Answering {
    private final Weights weights;
    private final Consolidation consolidation;
    private final Teacher teacher;
    private final Gradient g;
    private final Gradient gRef;
    private final Loss onBatch;
    private final Loss onMemory;
    /** {@code [classes]}. */
    private final float[] said;

    /**
     * What counts how much; the cross-entropy of the batch counts 1.
     *
     * @param rehearsal the cross-entropy of samples from memory, 0 or more
     * @param matching the pull of their logits, 0 or more
     * @param teaching the pull of the batch's logits, 0 or more
     * @param tolerance the difference of two logits from which on a pull grows no more, more than 0
     */
    public record Weights(double rehearsal, double matching, double teaching, double tolerance) {
        public Weights {
            if (!(rehearsal >= 0 && matching >= 0 && teaching >= 0 && tolerance > 0)
                    || rehearsal + matching + teaching + tolerance == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("rehearsal, matching, teaching and tolerance are " + rehearsal + ", "
                        + matching + ", " + teaching + " and " + tolerance
                        + "; expected numbers of 0 or more, the tolerance above 0");
            }
        }
    }

    /**
     * Makes a learner.
     *
     * @param optimizer takes the steps
     * @param rehearsal the memory and its use
     * @param weights what counts how much
     * @param consolidation the network that learns, and what keeps it steady
     */
    public Slate(Optimizer optimizer, Rehearsal rehearsal, Weights weights, Consolidation consolidation) {
        super(consolidation.network(), optimizer, rehearsal);
        this.weights = weights;
        this.consolidation = consolidation;
        teacher = new Teacher(consolidation.slow());
        g = network.newGradient();
        gRef = network.newGradient();
        int classes = network.outputs();
        onBatch = new PulledLoss(classes, new PulledLoss.Weights(1, weights.tolerance()), this::towardsTeacher);
        onMemory = new PulledLoss(
                classes, new PulledLoss.Weights(weights.rehearsal(), weights.tolerance()), this::towardsTheBetter);
        said = new float[classes];
    }

    @Override
    public double observe(Batch batch) {
        Batch reference = rehearsal.draw(batch);
        double loss = reference.size() == 0 ? g.compute(batch) : computeWith(reference, batch);
        optimizer.step(g, loss);
        if (Double.isFinite(loss)) {
            offer(batch);
            consolidation.stepped(optimizer.learningRate(), reference);
        }
        return loss;
    }

    private double computeWith(Batch reference, Batch batch) {
        teacher.consider(batch);
        double loss = g.compute(batch, onBatch);
        teacher.consider(reference);
        gRef.compute(reference, onMemory);
        g.add(1, gRef);
        return loss;
    }

    private double towardsTeacher(Batch batch, int row, float[] target) {
        teacher.copyLogits(row, target);
        return consolidation.maturity() * weights.teaching() * StrictMath.exp(-teacher.loss(batch, row));
    }

    private double towardsTheBetter(Batch batch, int row, float[] target) {
        Sample sample = batch.get(row);
        if (sample.logits().isPresent()) {
            sample.logits().get().copyTo(said);
            sample.logits().get().copyTo(target);
        }
        if (sample.logits().isEmpty()
                || teacher.loss(batch, row) < Loss.CROSS_ENTROPY.differentiate(batch, row, said)) {
            teacher.copyLogits(row, target);
        }
        return weights.matching();
    }

    /** Offers samples with what the network said of them before the step. */
    private void offer(Batch batch) {
        int due = rehearsal.writer().due(batch.size());
        for (int i = 0; i < due; i++) {
            g.copyLogits(i, said);
            rehearsal.memory().add(batch.get(i).withLogits(said));
        }
    }

    @Override
    public Ensemble answering() {
        return consolidation.answering();
    }

    @Override
    public int[] predict(List<FeatureVector> inputs) {
        return answering().predict(inputs);
    }

    @Override
    public Classifier snapshot() {
        return answering().copy();
    }

    @Override
    public void save(StateWriter out) throws IOException {
        super.save(out);
        out.writePart("consolidation", consolidation);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        super.restore(in);
        in.readPart("consolidation", consolidation);
    }
}
