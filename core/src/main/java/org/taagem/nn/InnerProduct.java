package org.taagem.nn;

import java.util.Arrays;

/** The inner product of two factored gradients: per layer, the sum over pairs of their samples of {@link PairProducts}. */
final class InnerProduct {
    private final Mlp network;
    private final PairProducts pairs;

    InnerProduct(Mlp network) {
        this.network = network;
        pairs = new PairProducts(network);
    }

    double of(FactoredGradient a, FactoredGradient b) {
        boolean inOrder = a.forward.rows() <= b.forward.rows();
        FactoredGradient smaller = inOrder ? a : b;
        FactoredGradient larger = inOrder ? b : a;
        pairs.resize(larger.forward.rows(), smaller.forward.rows());
        double sum = 0;
        for (int l = 0; l < network.layers.length; l++) {
            multiplyLayer(l, larger, smaller);
            sum += pairs.ofInputs().dot(pairs.ofErrors(), smaller.forward.rows());
        }
        return sum;
    }

    /** Computes the inner product of the gradient of each sample of one with the whole of another. */
    void ofEach(FactoredGradient each, FactoredGradient whole, double[] products) {
        int columns = whole.forward.rows();
        pairs.resize(each.forward.rows(), columns);
        Arrays.fill(products, 0, each.forward.rows(), 0);
        for (int l = 0; l < network.layers.length; l++) {
            multiplyLayer(l, each, whole);
            for (int r = 0; r < each.forward.rows(); r++) {
                products[r] += pairs.ofInputs().dot(r, pairs.ofErrors(), columns);
            }
        }
    }

    private void multiplyLayer(int l, FactoredGradient rows, FactoredGradient columns) {
        if (l == 0) {
            pairs.multiplyInputs(rows.forward.inputs, columns.forward.inputs);
        } else {
            pairs.multiplyOutputs(rows.forward.outputs[l - 1], columns.forward.outputs[l - 1]);
        }
        pairs.multiplyErrors(rows.backward.errors[l], columns.backward.errors[l]);
    }
}
