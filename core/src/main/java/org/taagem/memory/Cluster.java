package org.taagem.memory;

import java.util.ArrayList;
import java.util.List;

import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;

/**
 * Samples of one class that lie close together, oldest first, and their mean.
 *
 * <p>Only the sum of the members is kept, in double precision: adding and taking away floats of like size loses nothing
 * there, and the mean is the sum divided by the count. A distance then costs as many operations as the sample has
 * non-zero features: {@code |z - m|^2 = |z|^2 - 2 z.m + |m|^2}.
 */
final class Cluster {
    private final List<Member> members;
    /** {@code [features]}. */
    private final double[] sum;

    /** Computed when first asked for: most changes come in pairs, a sample added and one taken away. */
    private double squaredSum;

    private boolean squaredSumKnown;

    Cluster(int features, int expectedSize) {
        members = new ArrayList<>(expectedSize);
        sum = new double[features];
    }

    int size() {
        return members.size();
    }

    Member member(int index) {
        return members.get(index);
    }

    void add(Member member) {
        members.add(member);
        shift(member.sample.features(), 1);
    }

    /** Takes a member out; the others keep their order. */
    Member remove(int index) {
        Member removed = members.remove(index);
        shift(removed.sample.features(), -1);
        return removed;
    }

    private void shift(FeatureVector vector, int sign) {
        int[] indices = vector.indices();
        float[] values = vector.values();
        for (int k = 0; k < indices.length; k++) {
            sum[indices[k]] += sign * (double) values[k];
        }
        squaredSumKnown = false;
    }

    private double squaredSum() {
        if (!squaredSumKnown) {
            squaredSum = 0;
            for (double s : sum) {
                squaredSum += s * s;
            }
            squaredSumKnown = true;
        }
        return squaredSum;
    }

    /** The squared Euclidean distance between a vector and the mean; the cluster must not be empty. */
    double squaredDistance(FeatureVector vector) {
        return squaredDistance(vector, vector.squaredNorm());
    }

    /** The same, for a caller that has the vector's squared norm already. */
    double squaredDistance(FeatureVector vector, double squaredNorm) {
        int[] indices = vector.indices();
        float[] values = vector.values();
        double product = 0;
        for (int k = 0; k < indices.length; k++) {
            product += values[k] * sum[indices[k]];
        }
        double count = members.size();
        return squaredNorm - 2 * product / count + squaredSum() / (count * count);
    }

    /** A sample that is kept, and its place among all that its pool keeps. */
    static final class Member {
        final Sample sample;
        int place;

        Member(Sample sample) {
            this.sample = sample;
        }
    }
}
