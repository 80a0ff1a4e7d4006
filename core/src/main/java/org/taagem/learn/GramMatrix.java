package org.taagem.learn;

import java.util.Arrays;

/**
 * The inner products of some vectors with one another, and with it the combination of them that comes nearest to another vector.
 *
 * <p>Nearly parallel vectors make the system all but singular; a ridge, tiny beside the largest of them, keeps it solvable, and a
 * second solution for what the first has left over takes out most of what the ridge has done.
 */
final class GramMatrix {
    private static final double RIDGE = 1e-9;

    /** {@code [size][size]}: the products of those vectors that are there. */
    private final double[][] products;

    private final boolean[] there;
    /** {@code [size][size]}: the lower triangle of the decomposition, transposed: a row holds a column of it from its diagonal on. */
    private final double[][] columns;

    /** {@code [size]}: what the factors found so far leave over of the products with the other vector. */
    private final double[] left;

    private final double[] correction;
    /** The numbers of those that are there: the first {@code count}. */
    private final int[] numbers;

    private int count;
    /** Whether {@link #columns} belongs to other vectors than those that are there. */
    private boolean stale = true;

    GramMatrix(int size) {
        products = new double[size][size];
        there = new boolean[size];
        columns = new double[size][size];
        left = new double[size];
        correction = new double[size];
        numbers = new int[size];
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Takes a vector in, given its products with all others; or in place of another of its number. */
    void set(int number, double[] ofNumber) {
        there[number] = true;
        for (int other = 0; other < there.length; other++) {
            products[number][other] = ofNumber[other];
            products[other][number] = ofNumber[other];
        }
        renumber();
    }

    void remove(int number) {
        there[number] = false;
        renumber();
    }

    private void renumber() {
        stale = true;
        count = 0;
        for (int number = 0; number < there.length; number++) {
            if (there[number]) {
                numbers[count++] = number;
            }
        }
    }

    /**
     * Computes how much of each vector makes the sum nearest to another.
     *
     * @param withOther {@code [size]}: the products of each vector with the other
     * @param factors {@code [size]}: overwritten; 0 for those that are not there
     */
    void solve(double[] withOther, double[] factors) {
        Arrays.fill(factors, 0);
        if (stale) {
            factorise();
            stale = false;
        }
        System.arraycopy(withOther, 0, left, 0, left.length);
        addSolutionOfWhatIsLeft(factors);
        for (int k = 0; k < count; k++) {
            double factor = factors[numbers[k]];
            double[] row = products[numbers[k]];
            for (int number = 0; number < left.length; number++) {
                left[number] -= factor * row[number];
            }
        }
        addSolutionOfWhatIsLeft(factors);
    }

    private void addSolutionOfWhatIsLeft(double[] factors) {
        for (int i = 0; i < count; i++) {
            correction[i] = left[numbers[i]];
        }
        substitute();
        for (int i = 0; i < count; i++) {
            factors[numbers[i]] += correction[i];
        }
    }

    /** Cholesky's decomposition of the products plus the ridge. */
    private void factorise() {
        double largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, products[numbers[i]][numbers[i]]);
        }
        for (int k = 0; k < count; k++) {
            double[] ofK = products[numbers[k]];
            for (int i = k; i < count; i++) {
                columns[k][i] = ofK[numbers[i]];
            }
            columns[k][k] += RIDGE * largest;
        }
        // rounding may leave nothing of a vector that the others before it make up
        eliminate(RIDGE * RIDGE * largest);
    }

    /** Takes every column, once it is done, out of all that come after it: in whole rows, of which the JIT makes vector instructions. */
    private void eliminate(double leastOfDiagonal) {
        for (int k = 0; k < count; k++) {
            double[] column = columns[k];
            double diagonal = Math.sqrt(Math.max(column[k], leastOfDiagonal));
            column[k] = diagonal;
            for (int i = k + 1; i < count; i++) {
                column[i] /= diagonal;
            }
            for (int j = k + 1; j < count; j++) {
                subtract(column[j], column, columns[j], j);
            }
        }
    }

    private void subtract(double factor, double[] from, double[] to, int first) {
        for (int i = first; i < count; i++) {
            to[i] -= factor * from[i];
        }
    }

    private void substitute() {
        for (int k = 0; k < count; k++) {
            correction[k] = columns[k][k] == 0 ? 0 : correction[k] / columns[k][k];
            subtract(correction[k], columns[k], correction, k + 1);
        }
        for (int i = count - 1; i >= 0; i--) {
            double sum = correction[i];
            for (int k = i + 1; k < count; k++) {
                sum -= columns[i][k] * correction[k];
            }
            correction[i] = columns[i][i] == 0 ? 0 : sum / columns[i][i];
        }
    }
}
