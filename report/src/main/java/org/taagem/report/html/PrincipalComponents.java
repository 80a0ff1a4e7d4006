package org.taagem.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Vectors seen in the three directions in which they differ most (principal component analysis). It is computed from the
 * products of the centred vectors, which are few, and not from the covariance of their features, which are many.
 */
final class PrincipalComponents {
    static final int DIMENSIONS = 3;

    private final List<List<Double>> places;
    private final double explained;

    private PrincipalComponents(List<List<Double>> places, double explained) {
        this.places = places;
        this.explained = explained;
    }

    /**
     * Analyses vectors.
     *
     * @param vectors {@code [n][features]}: at least one, all of one length; centred by this
     */
    static PrincipalComponents of(float[][] vectors) {
        int n = vectors.length;
        centre(vectors);
        DMatrixRMaj products = new DMatrixRMaj(n, n);
        double total = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double product = product(vectors[i], vectors[j]);
                products.set(i, j, product);
                products.set(j, i, product);
            }
            total += products.get(i, i);
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(products)) {
            throw new IllegalStateException("a symmetric matrix of " + n + " rows has no eigenvalues");
        }
        return of(eigen, n, total);
    }

    private static PrincipalComponents of(EigenDecomposition_F64<DMatrixRMaj> eigen, int n, double total) {
        List<Integer> largest = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer k) -> eigen.getEigenvalue(k).getReal())
                        .reversed())
                .limit(DIMENSIONS)
                .toList();
        double[][] places = new double[n][DIMENSIONS];
        double seen = 0;
        for (int d = 0; d < largest.size(); d++) {
            double value = Math.max(0, eigen.getEigenvalue(largest.get(d)).getReal());
            double[] direction = eigen.getEigenVector(largest.get(d)).getData();
            double scale = Math.sqrt(value) * sign(direction);
            for (int i = 0; i < n; i++) {
                places[i][d] = scale * direction[i];
            }
            seen += value;
        }
        List<List<Double>> all = new ArrayList<>();
        for (double[] place : places) {
            all.add(List.of(place[0], place[1], place[2]));
        }
        return new PrincipalComponents(all, total > 0 ? seen / total : 1);
    }

    /** Either direction along an axis is as good; the entry that is largest in size is to be positive. */
    private static double sign(double[] direction) {
        double largest = 0;
        for (double entry : direction) {
            largest = Math.abs(entry) > Math.abs(largest) + 1e-12 ? entry : largest;
        }
        return largest < 0 ? -1 : 1;
    }

    private static void centre(float[][] vectors) {
        double[] mean = new double[vectors[0].length];
        for (float[] vector : vectors) {
            for (int f = 0; f < mean.length; f++) {
                mean[f] += vector[f] / (double) vectors.length;
            }
        }
        for (float[] vector : vectors) {
            for (int f = 0; f < mean.length; f++) {
                vector[f] -= (float) mean[f];
            }
        }
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int f = 0; f < one.length; f++) {
            sum += (double) one[f] * other[f];
        }
        return sum;
    }

    /** Returns {@code [n][3]}: where each vector lies. */
    List<List<Double>> places() {
        return places;
    }

    /** Returns the share of the variance that is seen, 0..1. */
    double explained() {
        return explained;
    }
}
