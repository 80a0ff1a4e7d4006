package org.taagem.memory;

import java.util.Arrays;

import org.taagem.data.FeatureVector;

/**
 * The means of a pool's clusters, laid out so that the one nearest to a sample is soon found.
 *
 * <p>Only the sum {@code s} of a cluster's {@code n} members is kept, in double precision: adding and taking away floats
 * of like size loses nothing there, and the mean {@code m} is {@code s / n}. A squared distance, {@code |z|^2 - 2 z.m +
 * |m|^2}, then costs as many operations as the sample {@code z} has non-zero features.
 *
 * <p>Every sum is kept twice. By feature, the products of a sample with all clusters are a few rows added up, which
 * HotSpot vectorises and which reads memory in order. By cluster, the length of one sum is a walk through one array.
 */
final class ClusterMeans {
    private static final int FIRST_ROOM = 8;
    private static final int NONE = -1;

    private final int mostClusters;
    private int clusters;
    /** {@code [features][room]}: the sums by feature. */
    private final double[][] byFeature;
    /** {@code [clusters][features]}: the sums by cluster. */
    private double[][] byCluster = {};
    /** {@code [room]}: how many members each cluster has, as a factor for its sums. */
    private double[] counts = {};
    /** {@code [room]}: the squared length of each sum; NaN from a change of the sum until somebody asks. */
    private double[] squaredSums = {};
    /** {@code [room]}: the products of a sample with the sums. */
    private double[] products = {};

    ClusterMeans(int features, int mostClusters) {
        byFeature = new double[features][0];
        this.mostClusters = mostClusters;
    }

    /** Makes room for one more cluster, as yet without members, and returns its number: 0, 1, 2, ... */
    int open() {
        if (clusters == counts.length) {
            resize(Math.min(Math.max(FIRST_ROOM, 2 * clusters), mostClusters));
        }
        byCluster[clusters] = new double[byFeature.length];
        return clusters++;
    }

    private void resize(int room) {
        for (int i = 0; i < byFeature.length; i++) {
            byFeature[i] = Arrays.copyOf(byFeature[i], room);
        }
        byCluster = Arrays.copyOf(byCluster, room);
        counts = Arrays.copyOf(counts, room);
        squaredSums = Arrays.copyOf(squaredSums, room);
        products = new double[room];
    }

    /** Takes a new member into the mean of a cluster. */
    void add(int cluster, FeatureVector vector) {
        shift(cluster, vector, 1);
    }

    /** Takes a former member out of the mean of a cluster. */
    void subtract(int cluster, FeatureVector vector) {
        shift(cluster, vector, -1);
    }

    private void shift(int cluster, FeatureVector vector, double sign) {
        double[] sum = byCluster[cluster];
        int[] indices = vector.indices();
        float[] values = vector.values();
        for (int k = 0; k < indices.length; k++) {
            int i = indices[k];
            double shifted = Math.fma(sign, values[k], sum[i]);
            sum[i] = shifted;
            byFeature[i][cluster] = shifted;
        }
        counts[cluster] += sign;
        squaredSums[cluster] = Double.NaN;
    }

    /** Returns the sum of a cluster's members {@code [features]}; not to be changed. */
    double[] sum(int cluster) {
        return byCluster[cluster];
    }

    /** Sets the sum of a new cluster, and of how many members it is. */
    void restore(int cluster, double[] sum, int members) {
        System.arraycopy(sum, 0, byCluster[cluster], 0, sum.length);
        for (int i = 0; i < sum.length; i++) {
            byFeature[i][cluster] = sum[i];
        }
        counts[cluster] = members;
        squaredSums[cluster] = Double.NaN;
    }

    /** Returns the cluster whose mean is nearest, the first of equally near ones. */
    int nearest(FeatureVector vector) {
        return nearestExcept(vector, NONE);
    }

    /** Returns the same for all clusters but one. */
    int nearestExcept(FeatureVector vector, int excluded) {
        multiply(vector);
        int nearest = NONE;
        double smallest = Double.POSITIVE_INFINITY;
        for (int c = 0; c < clusters; c++) {
            double n = counts[c];
            // |z|^2 is left out, being the same for all; the one division keeps ties of whole numbers exact
            double distance = (squaredSum(c) - 2 * n * products[c]) / (n * n);
            if (distance < smallest && c != excluded) {
                smallest = distance;
                nearest = c;
            }
        }
        return nearest;
    }

    /** Returns the squared Euclidean distance between a vector and the mean of a cluster, which must have members. */
    double squaredDistance(int cluster, FeatureVector vector) {
        double[] sum = byCluster[cluster];
        double n = counts[cluster];
        int[] indices = vector.indices();
        float[] values = vector.values();
        double product = 0;
        for (int k = 0; k < indices.length; k++) {
            product += values[k] * sum[indices[k]];
        }
        return vector.squaredNorm() - 2 * product / n + squaredSum(cluster) / (n * n);
    }

    /** Fills {@code products}, in one fixed order of additions for every cluster, so that equal sums give equal bits. */
    private void multiply(FeatureVector vector) {
        int[] indices = vector.indices();
        float[] values = vector.values();
        Arrays.fill(products, 0, clusters, 0);
        int k = 0;
        for (; k + 3 < indices.length; k += 4) {
            addFourRows(indices, values, k);
        }
        for (; k < indices.length; k++) {
            addRow(byFeature[indices[k]], values[k]);
        }
    }

    /** Four rows at once read and write the products a quarter as often. */
    private void addFourRows(int[] indices, float[] values, int k) {
        double[] p = products;
        double[] a = byFeature[indices[k]];
        double[] b = byFeature[indices[k + 1]];
        double[] c = byFeature[indices[k + 2]];
        double[] d = byFeature[indices[k + 3]];
        double va = values[k];
        double vb = values[k + 1];
        double vc = values[k + 2];
        double vd = values[k + 3];
        int width = clusters;
        for (int j = 0; j < width; j++) {
            p[j] = Math.fma(vd, d[j], Math.fma(vc, c[j], Math.fma(vb, b[j], Math.fma(va, a[j], p[j]))));
        }
    }

    private void addRow(double[] a, double va) {
        double[] p = products;
        int width = clusters;
        for (int j = 0; j < width; j++) {
            p[j] = Math.fma(va, a[j], p[j]);
        }
    }

    /** Computed when first asked for: most changes come in pairs, a sample added and one taken away. */
    private double squaredSum(int cluster) {
        if (Double.isNaN(squaredSums[cluster])) {
            squaredSums[cluster] = squaredNorm(byCluster[cluster]);
        }
        return squaredSums[cluster];
    }

    /** Four sums side by side, because an addition need not wait for the one before it then. */
    private static double squaredNorm(double[] s) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < s.length; i += 4) {
            a = Math.fma(s[i], s[i], a);
            b = Math.fma(s[i + 1], s[i + 1], b);
            c = Math.fma(s[i + 2], s[i + 2], c);
            d = Math.fma(s[i + 3], s[i + 3], d);
        }
        for (; i < s.length; i++) {
            a = Math.fma(s[i], s[i], a);
        }
        return a + b + (c + d);
    }
}
