package org.taagem.learn;

import java.io.IOException;
import java.util.List;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.nn.Classifier;
import org.taagem.nn.DenseGradient;
import org.taagem.nn.Network;
import org.taagem.nn.Optimizer;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * Online elastic weight consolidation: parameters that mattered to former tasks are held back by springs (Kirkpatrick et al.
 * 2017, <a href="https://arxiv.org/abs/1612.00796">arXiv:1612.00796</a>; one set of springs for all tasks after Schwarz et al.
 * 2018, <a href="https://arxiv.org/abs/1805.06370">arXiv:1805.06370</a>, section 3.2).
 *
 * <p>The loss is the cross-entropy of the batch plus {@code lambda / 2 * sum of F (theta - anchor)^2}. When a task ends, the
 * anchor moves to the present parameters and {@code F := gamma F + fisher}, the diagonal of the Fisher information: the mean over
 * some samples of the task of the squared gradient of each class's log-probability, expected over the classes as the network sees
 * them.
 */
public final class OnlineEwc implements ContinualLearner, TaskAware, Snapshotting, Stateful {
    private final Network network;
    private final Optimizer optimizer;
    private final Strength strength;
    private final TaskSamples thisTask;
    private final DenseGradient g;
    private final DenseGradient ofSample;
    private final LogProbability logProbability = new LogProbability();
    private final float[] logits;
    /** {@code [parameterCount]}: all zero before the first task has ended. */
    private final float[] fisher;
    /** {@code [parameterCount]}: without meaning before the first task has ended. */
    private final float[] anchor;
    /** {@code [parameterCount]}: the network's at the present step. */
    private final float[] parameters;

    private boolean anchored;

    /**
     * How strong the springs are.
     *
     * @param lambda strength, 0 or more
     * @param gamma how much of the former springs stays when a task ends, 0..1
     */
    public record Strength(double lambda, double gamma) {
        public Strength {
            if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY && gamma >= 0 && gamma <= 1)) {
                throw new IllegalArgumentException("lambda and gamma are " + lambda + " and " + gamma
                        + "; expected a number of 0 or more and one of 0..1");
            }
        }
    }

    /**
     * Makes a learner.
     *
     * @param network what learns
     * @param optimizer takes the steps
     * @param strength how strong the springs are
     * @param thisTask gathers samples of the present task, for its Fisher information only
     */
    public OnlineEwc(Network network, Optimizer optimizer, Strength strength, TaskSamples thisTask) {
        this.network = network;
        this.optimizer = optimizer;
        this.strength = strength;
        this.thisTask = thisTask;
        g = new DenseGradient(network);
        ofSample = new DenseGradient(network);
        fisher = new float[network.parameterCount()];
        anchor = new float[network.parameterCount()];
        parameters = new float[network.parameterCount()];
        logits = new float[network.outputs()];
    }

    @Override
    public double observe(Batch batch) {
        double loss = g.compute(batch);
        if (anchored) {
            network.copyParameters(parameters);
            pull(g.values());
        }
        optimizer.step(g, loss);
        thisTask.offer(batch);
        return loss;
    }

    private void pull(float[] gradient) {
        float lambda = (float) strength.lambda();
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += lambda * fisher[i] * (parameters[i] - anchor[i]);
        }
    }

    @Override
    public void endTask() {
        List<Sample> samples = thisTask.endTask();
        for (int i = 0; i < fisher.length; i++) {
            fisher[i] *= (float) strength.gamma();
        }
        for (Sample sample : samples) {
            addFisher(sample, 1.0 / samples.size());
        }
        network.copyParameters(anchor);
        anchored = true;
    }

    /** Adds, for every class, the squared gradient of its log-probability times its probability. */
    private void addFisher(Sample sample, double weight) {
        Batch alone = Batch.of(sample);
        for (int c = 0; c < network.outputs(); c++) {
            logProbability.of(c);
            ofSample.compute(alone, logProbability);
            ofSample.copyLogits(0, logits);
            double probability = StrictMath.exp(logProbability.value(logits));
            float[] values = ofSample.values();
            for (int i = 0; i < fisher.length; i++) {
                fisher[i] += (float) (weight * probability * values[i] * values[i]);
            }
        }
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
    public void save(StateWriter out) throws IOException {
        out.writePart("network", network);
        out.writePart("optimizer", optimizer);
        out.writePart("this_task", thisTask);
        out.writeFlag("anchored", anchored);
        out.writeFloats("fisher", fisher);
        out.writeFloats("anchor", anchor);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.readPart("network", network);
        in.readPart("optimizer", optimizer);
        in.readPart("this_task", thisTask);
        anchored = in.readFlag("anchored");
        in.readFloats("fisher", fisher);
        in.readFloats("anchor", anchor);
    }
}
