package org.taagem.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.taagem.data.BatchBuffer;
import org.taagem.data.Sample;
import org.taagem.memory.Cluster.Member;

/** The clusters of one class label. */
final class ClusterPool {
    private final int label;
    private final int features;
    private final ClusterLimits limits;
    private final Removal removal;
    private final RandomGenerator random;
    private final List<Cluster> clusters = new ArrayList<>();
    /** Everything in the clusters, in no order, so that drawing a sample needs no search. */
    private final List<Member> members = new ArrayList<>();

    ClusterPool(Sample first, ClusterLimits limits, Removal removal, RandomGenerator random) {
        label = first.label();
        features = first.features().length();
        this.limits = limits;
        this.removal = removal;
        this.random = random;
    }

    int label() {
        return label;
    }

    int size() {
        return members.size();
    }

    int clusterCount() {
        return clusters.size();
    }

    /** Refuses a sample that cannot be compared with those that are here. */
    void checkFits(Sample sample) {
        if (sample.features().length() != features) {
            throw new IllegalArgumentException("sample " + sample.id() + " has "
                    + sample.features().length() + " features; the first of label " + label + " had " + features);
        }
    }

    boolean hasRoomForCluster() {
        return clusters.size() < limits.clusters();
    }

    /** Opens a new cluster with a sample. */
    void found(Sample sample) {
        Cluster cluster = new Cluster(features, limits.samples() + 1);
        clusters.add(cluster);
        append(sample, cluster);
    }

    /** Adds a sample to a cluster, which gives one up if it holds too many then. */
    void append(Sample sample, Cluster cluster) {
        Member member = new Member(sample);
        member.place = members.size();
        members.add(member);
        cluster.add(member);
        if (cluster.size() > limits.samples()) {
            remove(cluster, removal.choose(cluster, random));
        }
    }

    /** Removes a sample of a cluster. */
    void remove(Cluster cluster, int index) {
        Member removed = cluster.remove(index);
        Member last = members.remove(members.size() - 1);
        if (last != removed) {
            put(last, removed.place);
        }
    }

    private void put(Member member, int place) {
        members.set(place, member);
        member.place = place;
    }

    /** Returns the cluster with the nearest mean, the first of equally near ones; there must be one. */
    Cluster nearest(Sample sample) {
        double squaredNorm = sample.features().squaredNorm();
        Cluster nearest = clusters.get(0);
        double smallest = nearest.squaredDistance(sample.features(), squaredNorm);
        for (int c = 1; c < clusters.size(); c++) {
            double distance = clusters.get(c).squaredDistance(sample.features(), squaredNorm);
            if (distance < smallest) {
                smallest = distance;
                nearest = clusters.get(c);
            }
        }
        return nearest;
    }

    /** Returns the nearest cluster but one; there must be another. */
    Cluster nearestExcept(Sample sample, Cluster excluded) {
        Cluster nearest = excluded;
        double smallest = Double.POSITIVE_INFINITY;
        for (Cluster cluster : clusters) {
            if (cluster != excluded) {
                double distance = cluster.squaredDistance(sample.features());
                if (distance < smallest) {
                    smallest = distance;
                    nearest = cluster;
                }
            }
        }
        return nearest;
    }

    /** Adds distinct samples, drawn at random, to a batch; there must be as many. */
    void draw(int count, BatchBuffer into) {
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(members.size() - i);
            Member drawn = members.get(j);
            put(members.get(i), j);
            put(drawn, i);
            into.add(drawn.sample);
        }
    }

    /** Returns the samples of every cluster, oldest first. */
    List<List<Sample>> clusters() {
        List<List<Sample>> all = new ArrayList<>();
        for (Cluster cluster : clusters) {
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < cluster.size(); i++) {
                samples.add(cluster.member(i).sample);
            }
            all.add(samples);
        }
        return all;
    }
}
