package org.taagem.nn;

import java.util.Arrays;

/**
 * The inner product of two factored gradients: per layer, the sum over pairs of their samples of {@code (a.a' + 1)
 * (d.d')}, where the 1 is the bias.
 *
 * <p>The products of one sample of the second gradient with all samples of the first are computed together, as a sum of
 * rows of the first's factors transposed.
 */
final class InnerProduct {
    private final Kernel kernel;
    private final Kernel.Terms terms = new Kernel.Terms();
    /** {@code [units][rows of the first]}. */
    private float[][] transposed = {};
    /** {@code [rows of the second][rows of the first]}. */
    private float[][] inputProducts = {};

    private float[] errorProducts = {};
    private int columns;

    InnerProduct(Kernel kernel) {
        this.kernel = kernel;
    }

    double of(FactoredGradient first, FactoredGradient second) {
        double sum = 0;
        for (int l = 0; l < first.forward.inputs.length; l++) {
            sum += ofLayer(l, first, second);
        }
        return sum;
    }

    private double ofLayer(int l, FactoredGradient first, FactoredGradient second) {
        int rows = second.forward.rows;
        SparseRows inputs = first.forward.inputs[l];
        resize(inputs.rows, rows);
        transpose(inputs, first.layer(l).inputs);
        for (int s = 0; s < rows; s++) {
            Arrays.fill(inputProducts[s], 0, columns, 1f);
            second.forward.inputs[l].terms(s, terms);
            kernel.addRows(inputProducts[s], columns, transposed, terms);
        }
        transpose(first.backward.openErrors[l], first.layer(l).outputs);
        double sum = 0;
        for (int s = 0; s < rows; s++) {
            Arrays.fill(errorProducts, 0, columns, 0f);
            second.backward.openErrors[l].terms(s, terms);
            kernel.addRows(errorProducts, columns, transposed, terms);
            sum += dot(inputProducts[s], errorProducts);
        }
        return sum;
    }

    private double dot(float[] a, float[] b) {
        double sum = 0;
        for (int r = 0; r < columns; r++) {
            sum += (double) a[r] * b[r];
        }
        return sum;
    }

    private void resize(int columns, int rows) {
        this.columns = columns;
        boolean wider = columns > errorProducts.length;
        if (wider) {
            errorProducts = new float[columns];
            transposed = new float[transposed.length][columns];
        }
        if (wider || rows > inputProducts.length) {
            inputProducts = new float[Math.max(rows, inputProducts.length)][errorProducts.length];
        }
    }

    private void transpose(SparseRows factor, int units) {
        if (units > transposed.length) {
            transposed = new float[units][errorProducts.length];
        }
        for (int i = 0; i < units; i++) {
            Arrays.fill(transposed[i], 0, columns, 0f);
        }
        for (int r = 0; r < columns; r++) {
            int[] index = factor.indices[r];
            float[] value = factor.values[r];
            for (int k = 0; k < factor.counts[r]; k++) {
                transposed[index[k]][r] = value[k];
            }
        }
    }
}
