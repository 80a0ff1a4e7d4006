package org.taagem.nn;

import java.util.List;

import org.taagem.data.BatchBuffer;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;

/**
 * Networks that answer together: of each input, the one that is surest of its answer says what it is. That is the one that gives its
 * class the highest probability; the first of several that are equally sure.
 */
public final class Ensemble implements Classifier {
    private static final int ASKED_TOGETHER = 64;

    private final List<Network> members;
    private final BatchBuffer asked = new BatchBuffer(ASKED_TOGETHER);
    /** {@code [members][n][classes]}: what each says of the inputs that are asked together. */
    private final float[][] logits;

    /**
     * Brings networks together.
     *
     * @param members at least one; all of as many inputs and outputs. They are not copied
     * @throws IllegalArgumentException if there is none, or they differ in size
     */
    public Ensemble(List<? extends Network> members) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("an ensemble of no networks; expected at least one");
        }
        this.members = List.copyOf(members);
        for (Network member : this.members) {
            if (member.inputs() != inputs() || member.outputs() != outputs()) {
                throw new IllegalArgumentException("a network of " + member.inputs() + " inputs and "
                        + member.outputs() + " outputs is in an ensemble with one of " + inputs() + " and "
                        + outputs() + "; expected networks that take and tell the same");
            }
        }
        logits = new float[this.members.size()][ASKED_TOGETHER * outputs()];
    }

    /**
     * Returns the networks.
     *
     * @return at least one
     */
    public List<Network> members() {
        return members;
    }

    /**
     * Returns the number of features of an input.
     *
     * @return at least 1
     */
    public int inputs() {
        return members.get(0).inputs();
    }

    /**
     * Returns the number of classes.
     *
     * @return at least 1
     */
    public int outputs() {
        return members.get(0).outputs();
    }

    /**
     * Says how likely each class is, as the surest network sees it.
     *
     * @param input as many features as {@link #inputs()}
     * @return {@code [outputs]}, with a sum of 1
     */
    public double[] probabilities(FeatureVector input) {
        ask(List.of(input), 0, 1);
        return SoftmaxCrossEntropy.probabilities(logits[surest(0)], 0, outputs());
    }

    @Override
    public int[] predict(List<FeatureVector> inputs) {
        if (members.size() == 1) {
            return members.get(0).predict(inputs);
        }
        int[] classes = new int[inputs.size()];
        for (int start = 0; start < classes.length; start += ASKED_TOGETHER) {
            int end = Math.min(start + ASKED_TOGETHER, classes.length);
            ask(inputs, start, end);
            for (int i = start; i < end; i++) {
                int first = (i - start) * outputs();
                classes[i] = largest(logits[surest(first)], first) - first;
            }
        }
        return classes;
    }

    private void ask(List<FeatureVector> inputs, int start, int end) {
        asked.clear();
        for (FeatureVector input : inputs.subList(start, end)) {
            asked.add(new Sample(0, input, 0));
        }
        for (int m = 0; m < logits.length; m++) {
            members.get(m).logits(asked, logits[m]);
        }
    }

    /** Returns the number of the network that is surest of an input, whose logits begin there. */
    private int surest(int first) {
        int surest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int m = 0; m < logits.length; m++) {
            double doubt = doubt(logits[m], first);
            if (doubt < least) {
                surest = m;
                least = doubt;
            }
        }
        return surest;
    }

    /** Returns 1 / the probability of the likeliest class. */
    private double doubt(float[] ofMember, int first) {
        float max = ofMember[largest(ofMember, first)];
        double sum = 0;
        for (int j = first; j < first + outputs(); j++) {
            sum += Exponential.of((double) ofMember[j] - max);
        }
        return sum;
    }

    private int largest(float[] ofMember, int first) {
        int largest = first;
        for (int j = first + 1; j < first + outputs(); j++) {
            largest = ofMember[j] > ofMember[largest] ? j : largest;
        }
        return largest;
    }

    /**
     * Copies what this ensemble predicts with.
     *
     * @return one of copies of all members; another thread may use it while these learn on
     */
    public Ensemble copy() {
        return new Ensemble(members.stream().map(Network::copy).toList());
    }
}
