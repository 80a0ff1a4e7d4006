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
    private final double[][] lower;
    private final double[] rest;
    private final double[] correction;
    /** The numbers of those that are there: the first {@code count}. */
    private final int[] numbers;

    private int count;

    GramMatrix(int size) {
        products = new double[size][size];
        there = new boolean[size];
        lower = new double[size][size];
        rest = new double[size];
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
        factorise();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < count; i++) {
                double[] row = products[numbers[i]];
                double left = withOther[numbers[i]];
                for (int k = 0; k < count; k++) {
                    left -= row[numbers[k]] * factors[numbers[k]];
                }
                rest[i] = left;
            }
            substitute();
            for (int i = 0; i < count; i++) {
                factors[numbers[i]] += correction[i];
            }
        }
    }

    /** Cholesky's decomposition of the products plus the ridge. */
    private void factorise() {
        double largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, products[numbers[i]][numbers[i]]);
        }
        for (int i = 0; i < count; i++) {
            double[] rowI = lower[i];
            for (int j = 0; j <= i; j++) {
                double[] rowJ = lower[j];
                double sum = products[numbers[i]][numbers[j]] + (i == j ? RIDGE * largest : 0);
                for (int k = 0; k < j; k++) {
                    sum -= rowI[k] * rowJ[k];
                }
                // rounding may leave nothing of a vector that the others before it make up
                rowI[j] = i == j ? Math.sqrt(Math.max(sum, RIDGE * RIDGE * largest)) : sum / rowJ[j];
            }
        }
    }

    private void substitute() {
        for (int i = 0; i < count; i++) {
            double sum = rest[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * correction[k];
            }
            correction[i] = lower[i][i] == 0 ? 0 : sum / lower[i][i];
        }
        for (int i = count - 1; i >= 0; i--) {
            double sum = correction[i];
            for (int k = i + 1; k < count; k++) {
                sum -= lower[k][i] * correction[k];
            }
            correction[i] = lower[i][i] == 0 ? 0 : sum / lower[i][i];
        }
    }
}
