package org.taagem.memory;

import java.util.ArrayList;
import java.util.List;

import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;

/** Samples of one class that lie close together, oldest first. Their mean is kept beside those of the pool's others. */
final class Cluster {
    private final List<Member> members;
    private final ClusterMeans means;
    private final int number;

    /** Opens a cluster among those of {@code means}. */
    Cluster(ClusterMeans means, int expectedSize) {
        members = new ArrayList<>(expectedSize);
        this.means = means;
        number = means.open();
    }

    /** Its place among the clusters of its pool. */
    int number() {
        return number;
    }

    int size() {
        return members.size();
    }

    Member member(int index) {
        return members.get(index);
    }

    void add(Member member) {
        members.add(member);
        means.add(number, member.sample.features());
    }

    /** Takes a member out; the others keep their order. */
    Member remove(int index) {
        Member removed = members.remove(index);
        means.subtract(number, removed.sample.features());
        return removed;
    }

    /** The sum of its members, as it has come about. */
    double[] sum() {
        return means.sum(number);
    }

    /** Takes members and their sum over from another time. */
    void restore(List<Member> content, double[] sum) {
        members.addAll(content);
        means.restore(number, sum, content.size());
    }

    /** The squared Euclidean distance between a vector and the mean; the cluster must not be empty. */
    double squaredDistance(FeatureVector vector) {
        return means.squaredDistance(number, vector);
    }

    /** A sample that is kept, and its place among all that its pool keeps. */
    static final class Member {
        Sample sample;
        int place;

        Member(Sample sample) {
            this.sample = sample;
        }
    }
}
