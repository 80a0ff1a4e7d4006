package org.taagem.nn;

import java.util.Arrays;

/**
 * The squared norm of a sum of factored gradients, each times a number: of all pairs of their samples, of whatever gradients, the
 * products that {@link InnerProduct} says, computed together. That is several times as fast as the inner products of the gradients one
 * after the other, which are narrow, and gives the same bits.
 */
final class SumNorm {
    private final Mlp network;
    private final Terms terms = new Terms();
    /** {@code [layers]}: of all samples, what comes out of each layer, and the errors. */
    private final Rows[] outputs;

    private final Rows[] errors;
    /** {@code [samples][samples]}: of a layer, the products of what comes in, and those of the errors. */
    private Rows inputProducts;

    private Rows errorProducts;
    /** {@code [units][samples]}. */
    private Rows transposed;
    /** {@code [inputs of the network][samples]}: zero, but while products are computed. */
    private Rows transposedInputs;

    /** {@code [gradients + 1]}: which sample is the first of each. */
    private int[] firsts = {0};

    /** {@code [gradients][gradients]}. */
    private double[][] products = {};

    SumNorm(Mlp network) {
        this.network = network;
        outputs = new Rows[network.layers.length];
        errors = new Rows[network.layers.length];
        Arrays.setAll(outputs, l -> rows(0, network.layers[l].outputs));
        Arrays.setAll(errors, l -> rows(0, network.layers[l].outputs));
        inputProducts = rows(0, 0);
        errorProducts = inputProducts;
        transposed = inputProducts;
        transposedInputs = inputProducts;
    }

    private Rows rows(int count, int width) {
        return new Rows(network.kernel.layout(), count, width);
    }

    /**
     * Computes the squared norm.
     *
     * @param gradients as they were computed, whatever was added to them or they were multiplied by
     * @param factors what to multiply each by
     */
    double of(FactoredGradient[] gradients, double[] factors) {
        gather(gradients);
        for (double[] row : products) {
            Arrays.fill(row, 0);
        }
        for (int l = 0; l < network.layers.length; l++) {
            multiplyLayer(l, gradients);
            for (int a = 0; a < gradients.length; a++) {
                for (int b = 0; b < gradients.length; b++) {
                    products[a][b] += ofLayer(a, b);
                }
            }
        }
        double sum = 0;
        for (int a = 0; a < gradients.length; a++) {
            double ofA = 0;
            for (int b = 0; b < gradients.length; b++) {
                ofA += factors[b] * products[a][b];
            }
            sum += factors[a] * ofA;
        }
        return sum;
    }

    private void gather(FactoredGradient[] gradients) {
        if (products.length != gradients.length) {
            products = new double[gradients.length][gradients.length];
            firsts = new int[gradients.length + 1];
        }
        for (int g = 0; g < gradients.length; g++) {
            firsts[g + 1] = firsts[g] + gradients[g].forward.rows();
        }
        resize(firsts[gradients.length]);
        for (int g = 0; g < gradients.length; g++) {
            for (int l = 0; l < errors.length; l++) {
                errors[l].copyAll(firsts[g], gradients[g].backward.errors[l]);
                outputs[l].copyAll(firsts[g], gradients[g].forward.outputs[l]);
            }
        }
    }

    private void resize(int samples) {
        if (samples > inputProducts.width()) {
            inputProducts = rows(0, samples);
            errorProducts = rows(0, samples);
            transposed = rows(0, samples);
            transposedInputs = rows(network.inputs(), samples);
        }
        inputProducts.resize(samples);
        errorProducts.resize(samples);
        for (int l = 0; l < errors.length; l++) {
            errors[l].resize(samples);
            outputs[l].resize(samples);
        }
    }

    private void multiplyLayer(int l, FactoredGradient[] gradients) {
        inputProducts.fill(1); // of the bias
        if (l == 0) {
            multiplyInputs(gradients);
        } else {
            multiply(outputs[l - 1], inputProducts);
        }
        errorProducts.fill(0);
        multiply(errors[l], errorProducts);
    }

    private void multiply(Rows rows, Rows into) {
        transposed.resize(rows.width());
        Transposition.set(transposed, rows);
        network.kernel.addProduct(rows, transposed, into);
    }

    private void multiplyInputs(FactoredGradient[] gradients) {
        terms.resize(firsts[gradients.length]);
        for (int g = 0; g < gradients.length; g++) {
            gradients[g].forward.inputs.addTerms(terms, firsts[g]);
            gradients[g].forward.inputs.setColumns(transposedInputs, firsts[g], true);
        }
        network.kernel.addProduct(terms, transposedInputs, inputProducts);
        for (int g = 0; g < gradients.length; g++) {
            gradients[g].forward.inputs.setColumns(transposedInputs, firsts[g], false);
        }
    }

    /** Sums up in the order of {@link InnerProduct#of}: over the samples of the larger gradient, and of each over those of the other. */
    private double ofLayer(int a, int b) {
        boolean inOrder = firsts[a + 1] - firsts[a] <= firsts[b + 1] - firsts[b];
        int smaller = inOrder ? a : b;
        int larger = inOrder ? b : a;
        double sum = 0;
        for (int r = firsts[larger]; r < firsts[larger + 1]; r++) {
            float[] x = inputProducts.array(r);
            float[] y = errorProducts.array(r);
            int offset = inputProducts.offset(r);
            for (int j = offset + firsts[smaller]; j < offset + firsts[smaller + 1]; j++) {
                sum += (double) x[j] * y[j];
            }
        }
        return sum;
    }
}
