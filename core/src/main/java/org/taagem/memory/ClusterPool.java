package org.taagem.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

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
    private final ClusterMeans means;
    private final List<Cluster> clusters = new ArrayList<>();
    /** Everything in the clusters, in no order, so that drawing needs no search; after it, what may be used again. */
    private final List<Member> members = new ArrayList<>();
    /** How many of {@code members} are in the clusters. */
    private int size;

    ClusterPool(Shape shape, ClusterLimits limits, Removal removal, RandomGenerator random) {
        label = shape.label();
        features = shape.features();
        means = new ClusterMeans(features, limits.clusters());
        this.limits = limits;
        this.removal = removal;
        this.random = random;
    }

    /** What all samples of a pool have in common. */
    record Shape(int label, int features) {
        static Shape of(Sample sample) {
            return new Shape(sample.label(), sample.features().length());
        }
    }

    int label() {
        return label;
    }

    int size() {
        return size;
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

    Cluster cluster(int number) {
        return clusters.get(number);
    }

    /** Adds a cluster as it once was; its members then need {@link #placeAll}. */
    void addCluster(List<Member> content, double[] sum) {
        Cluster cluster = new Cluster(means, limits.samples() + 1);
        cluster.restore(content, sum);
        clusters.add(cluster);
    }

    /** Puts the members of all clusters where they say that their places are; false if these are not 0..size-1. */
    boolean placeAll(List<Member> content) {
        List<Member> ordered = new ArrayList<>(content);
        ordered.sort(Comparator.comparingInt(member -> member.place));
        members.addAll(ordered);
        size = ordered.size();
        return IntStream.range(0, size).allMatch(place -> ordered.get(place).place == place);
    }

    boolean hasRoomForCluster() {
        return clusters.size() < limits.clusters();
    }

    /** Opens a new cluster with a sample. */
    void found(Sample sample) {
        Cluster cluster = new Cluster(means, limits.samples() + 1);
        clusters.add(cluster);
        append(sample, cluster);
    }

    /** Adds a sample to a cluster, which gives one up if it holds too many then. */
    void append(Sample sample, Cluster cluster) {
        cluster.add(keep(sample));
        if (cluster.size() > limits.samples()) {
            remove(cluster, removal.choose(cluster, random));
        }
    }

    private Member keep(Sample sample) {
        if (size == members.size()) {
            Member member = new Member(sample);
            member.place = size;
            members.add(member);
        }
        Member member = members.get(size);
        member.sample = sample;
        size++;
        return member;
    }

    /** Removes a sample of a cluster. */
    void remove(Cluster cluster, int index) {
        Member removed = cluster.remove(index);
        size--;
        swap(removed.place, size);
    }

    private void swap(int one, int other) {
        Member moved = members.get(one);
        put(members.get(other), one);
        put(moved, other);
    }

    private void put(Member member, int place) {
        members.set(place, member);
        member.place = place;
    }

    /** Returns the cluster with the nearest mean, the first of equally near ones; there must be one. */
    Cluster nearest(Sample sample) {
        return clusters.get(means.nearest(sample.features()));
    }

    /** Returns any cluster, each equally likely; there must be one. */
    Cluster any() {
        return clusters.get(random.nextInt(clusters.size()));
    }

    /** Returns the nearest cluster but one; there must be another. */
    Cluster nearestExcept(Sample sample, Cluster excluded) {
        return clusters.get(means.nearestExcept(sample.features(), excluded.number()));
    }

    /** Adds distinct samples, drawn at random, to a batch; there must be as many. */
    void draw(int count, BatchBuffer into) {
        for (int i = 0; i < count; i++) {
            swap(i, i + random.nextInt(size - i));
            into.add(members.get(i).sample);
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
