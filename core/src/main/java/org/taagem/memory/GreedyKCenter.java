package org.taagem.memory;

import java.util.ArrayList;
import java.util.List;

import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;

/**
 * Keeps of each class samples that lie far from one another: of those it has and a new one, it keeps all but the one that a
 * farthest-first traversal reaches last (Gonzalez 1985, <a
 * href="https://doi.org/10.1016/0304-3975(85)90224-5">doi:10.1016/0304-3975(85)90224-5</a>, as the core-set of Sener and
 * Savarese 2018, <a href="https://arxiv.org/abs/1708.00489">arXiv:1708.00489</a>, algorithm 1).
 *
 * <p>The traversal begins at the sample that has been kept longest under number 0; distances are Euclidean, between raw
 * inputs. An offer costs the distances to the k samples of the class and k squared comparisons.
 */
public final class GreedyKCenter implements Retention {
    private final int perLabel;
    private final List<Centers> byPool = new ArrayList<>();
    private float[] dense = {};

    /**
     * Makes the rule.
     *
     * @param limits how many samples there is room for, the same number of each label
     */
    public GreedyKCenter(PoolLimits limits) {
        perLabel = limits.perLabel();
    }

    @Override
    public void offer(Sample sample, LabelPools kept) {
        int pool = kept.poolOf(sample.label());
        Centers centers = centersOf(pool, kept);
        int size = kept.size(pool);
        measure(sample.features(), size, pool, kept);
        if (size < perLabel) {
            kept.add(sample);
            centers.measured++;
            return;
        }
        int last = centers.lastReached();
        if (last < perLabel) {
            kept.replace(pool, last, sample);
            centers.moveNewestTo(last);
        }
    }

    /** Returns the distances of a pool, measured anew where they are not known, as after a restart. */
    private Centers centersOf(int pool, LabelPools kept) {
        while (pool >= byPool.size()) {
            byPool.add(new Centers(perLabel));
        }
        Centers centers = byPool.get(pool);
        while (centers.measured < kept.size(pool)) {
            measure(kept.get(pool, centers.measured).features(), centers.measured, pool, kept);
            centers.measured++;
        }
        return centers;
    }

    /** Measures the squared distances from a sample, that has a number or is to get it, to those before it in its pool. */
    private void measure(FeatureVector features, int number, int pool, LabelPools kept) {
        double[][] distances = byPool.get(pool).distances;
        if (dense.length != features.length()) {
            dense = new float[features.length()];
        }
        features.copyTo(dense);
        double norm = features.squaredNorm();
        for (int i = 0; i < number; i++) {
            FeatureVector other = kept.get(pool, i).features();
            int[] indices = other.indices();
            float[] values = other.values();
            double product = 0;
            for (int k = 0; k < indices.length; k++) {
                product += (double) values[k] * dense[indices[k]];
            }
            distances[number][i] = norm + other.squaredNorm() - 2 * product;
            distances[i][number] = distances[number][i];
        }
    }

    /** The squared distances between the samples of a class, a new one included as the last. */
    private static final class Centers {
        private final double[][] distances;
        /** {@code [samples]}: of each the squared distance to the nearest that has been reached; negative if it has been. */
        private final double[] nearest;

        /** Of how many samples the distances are known. */
        private int measured;

        Centers(int perLabel) {
            distances = new double[perLabel + 1][perLabel + 1];
            nearest = new double[perLabel + 1];
        }

        int lastReached() {
            System.arraycopy(distances[0], 0, nearest, 0, nearest.length);
            nearest[0] = -1;
            int farthest = 0;
            for (int reached = 1; reached < nearest.length; reached++) {
                farthest = indexOfLargest();
                nearest[farthest] = -1;
                for (int i = 0; i < nearest.length; i++) {
                    nearest[i] = Math.min(nearest[i], distances[farthest][i]);
                }
            }
            return farthest;
        }

        private int indexOfLargest() {
            int largest = 0;
            for (int i = 1; i < nearest.length; i++) {
                if (nearest[i] > nearest[largest]) {
                    largest = i;
                }
            }
            return largest;
        }

        void moveNewestTo(int index) {
            int newest = distances.length - 1;
            for (int i = 0; i < newest; i++) {
                distances[index][i] = distances[newest][i];
                distances[i][index] = distances[newest][i];
            }
            distances[index][index] = 0;
        }
    }
}
