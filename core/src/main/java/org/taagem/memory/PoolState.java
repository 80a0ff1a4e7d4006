package org.taagem.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.taagem.data.Sample;
import org.taagem.memory.Cluster.Member;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;

/**
 * The clusters of one class label as a state.
 *
 * <p>The sums of the clusters are part of it: samples that came and went have left their rounding in them, so that adding
 * up those that are there would not give the same bits.
 */
final class PoolState {
    private PoolState() {}

    static void save(ClusterPool pool, StateWriter out) throws IOException {
        out.writeInt("label", pool.label());
        out.writeInt("clusters", pool.clusterCount());
        for (int c = 0; c < pool.clusterCount(); c++) {
            out.writeDoubles("sum", pool.cluster(c).sum());
        }
        for (int c = 0; c < pool.clusterCount(); c++) {
            Cluster cluster = pool.cluster(c);
            out.writeSection("cluster", section -> save(cluster, section));
        }
    }

    private static void save(Cluster cluster, StateWriter out) throws IOException {
        int[] places = new int[cluster.size()];
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            places[i] = cluster.member(i).place;
            samples.add(cluster.member(i).sample);
        }
        out.writeInts("places", places);
        SampleState.save(samples, out);
    }

    static ClusterPool restore(StateReader in, ClusterLimits limits, Removal removal, RandomGenerator random)
            throws IOException {
        int label = in.readInt("label", 0, Integer.MAX_VALUE);
        List<double[]> sums = readSums(in, in.readInt("clusters", 1, limits.clusters()));
        checkRange(in, sums, limits.samples());
        int features = sums.get(0).length;
        ClusterPool pool = new ClusterPool(new ClusterPool.Shape(label, features), limits, removal, random);
        List<Member> all = new ArrayList<>();
        for (double[] sum : sums) {
            List<Member> members = in.readSection("cluster", section -> readMembers(section, label, features));
            if (members.isEmpty() || members.size() > limits.samples()) {
                throw in.wrong("ids", members.size() + " numbers", "1.." + limits.samples());
            }
            pool.addCluster(members, sum);
            all.addAll(members);
        }
        if (!pool.placeAll(all)) {
            throw in.wrong("places", "not a place of its own for every sample", "each of 0.." + (all.size() - 1));
        }
        return pool;
    }

    /** The lengths of the sums tell the number of features, for they are as long as the file really is. */
    private static List<double[]> readSums(StateReader in, int clusters) throws IOException {
        List<double[]> sums = new ArrayList<>();
        for (int c = 0; c < clusters; c++) {
            double[] sum = in.readDoubles("sum");
            if (c > 0 && sum.length != sums.get(0).length) {
                throw in.wrong("sum", sum.length + " numbers", sums.get(0).length + ", as in the first cluster");
            }
            sums.add(sum);
        }
        return sums;
    }

    /** Beyond what samples can add up to, distances would be infinite and no cluster the nearest. */
    private static void checkRange(StateReader in, List<double[]> sums, int samples) throws IOException {
        double largest = (double) Float.MAX_VALUE * (samples + 1);
        for (double[] sum : sums) {
            for (double value : sum) {
                if (!(Math.abs(value) <= largest)) {
                    throw in.wrong("sum", "one with " + value, "numbers up to " + largest);
                }
            }
        }
    }

    private static List<Member> readMembers(StateReader in, int label, int features) throws IOException {
        int[] places = in.readInts("places");
        List<Sample> samples = SampleState.read(in, label);
        if (places.length != samples.size()) {
            throw in.wrong("places", places.length + " numbers", samples.size() + ", as ids has");
        }
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (samples.get(i).features().length() != features) {
                throw in.wrong("features", samples.get(i).features().length(), features + ", as sum has");
            }
            Member member = new Member(samples.get(i));
            member.place = places[i];
            members.add(member);
        }
        return members;
    }
}
