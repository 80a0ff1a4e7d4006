package org.taagem.nn;

import java.util.Arrays;

/**
 * The inner product of two factored gradients: per layer, the sum over pairs of their samples of {@code (a.a' + 1)
 * (d.d')}, where the 1 is the bias.
 *
 * <p>The products of one sample of the larger gradient with all samples of the smaller are computed together, as a sum
 * of rows of the smaller's factors transposed.
 */
final class InnerProduct {
    private final Mlp network;
    private final Terms terms = new Terms();
    /** {@code [units][samples of the smaller]}. */
    private Rows transposed;
    /** {@code [inputs of the network][samples of the smaller]}: zero, but while a product is computed. */
    private Rows transposedInputs;
    /** {@code [samples of the larger][samples of the smaller]}. */
    private Rows inputProducts;

    private Rows errorProducts;

    InnerProduct(Mlp network) {
        this.network = network;
        transposed = rows(0, 0);
        transposedInputs = transposed;
        inputProducts = transposed;
        errorProducts = transposed;
    }

    private Rows rows(int count, int width) {
        return new Rows(network.kernel.layout(), count, width);
    }

    double of(FactoredGradient a, FactoredGradient b) {
        boolean inOrder = a.forward.rows() <= b.forward.rows();
        FactoredGradient smaller = inOrder ? a : b;
        FactoredGradient larger = inOrder ? b : a;
        resize(smaller.forward.rows(), larger.forward.rows());
        double sum = 0;
        for (int l = 0; l < network.layers.length; l++) {
            multiplyLayer(l, smaller, larger);
            sum += inputProducts.dot(errorProducts, smaller.forward.rows());
        }
        return sum;
    }

    /** Computes the inner product of the gradient of each sample of one with the whole of another. */
    void ofEach(FactoredGradient each, FactoredGradient whole, double[] products) {
        int columns = whole.forward.rows();
        resize(columns, each.forward.rows());
        Arrays.fill(products, 0, each.forward.rows(), 0);
        for (int l = 0; l < network.layers.length; l++) {
            multiplyLayer(l, whole, each);
            for (int r = 0; r < each.forward.rows(); r++) {
                products[r] += inputProducts.dot(r, errorProducts, columns);
            }
        }
    }

    /** Computes the products of the inputs of a layer and of its errors, for all pairs of samples. */
    private void multiplyLayer(int l, FactoredGradient smaller, FactoredGradient larger) {
        inputProducts.fill(1);
        if (l == 0) {
            multiplyInputs(smaller.forward.inputs, larger.forward.inputs);
        } else {
            multiply(smaller.forward.outputs[l - 1], larger.forward.outputs[l - 1], inputProducts);
        }
        errorProducts.fill(0);
        multiply(smaller.backward.errors[l], larger.backward.errors[l], errorProducts);
    }

    private void multiply(Rows smaller, Rows larger, Rows products) {
        transposed.resize(smaller.width());
        Transposition.set(transposed, smaller);
        network.kernel.addProduct(larger, transposed, products);
    }

    private void multiplyInputs(SparseRows smaller, SparseRows larger) {
        smaller.setColumns(transposedInputs, 0, true);
        larger.terms(terms);
        network.kernel.addProduct(terms, transposedInputs, inputProducts);
        smaller.setColumns(transposedInputs, 0, false);
    }

    private void resize(int smaller, int larger) {
        if (smaller > transposed.width()) {
            transposed = rows(0, smaller);
            transposedInputs = rows(network.inputs(), smaller);
            inputProducts = rows(0, smaller);
            errorProducts = rows(0, smaller);
        }
        inputProducts.resize(larger);
        errorProducts.resize(larger);
    }
}
