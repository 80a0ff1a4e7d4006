package org.taagem.nn;

/**
 * What inner products of factored gradients are made of: for a layer and all pairs of two groups of samples, the products {@code a.a' + 1}
 * of what came in, where the 1 is the bias, and {@code d.d'} of the errors that came back.
 *
 * <p>The products of a sample of one group, the rows, with all of the other, the columns, are computed together, as a sum of rows of the
 * columns' factors transposed.
 */
final class PairProducts {
    private final Mlp network;
    private final Terms terms = new Terms();
    /** {@code [units][columns]}. */
    private Rows transposed;
    /** {@code [inputs of the network][columns]}: zero, but while products are computed. */
    private Rows transposedInputs;

    private Rows ofInputs;
    private Rows ofErrors;

    PairProducts(Mlp network) {
        this.network = network;
        transposed = rows(0, 0);
        transposedInputs = transposed;
        ofInputs = transposed;
        ofErrors = transposed;
    }

    private Rows rows(int count, int width) {
        return new Rows(network.kernel.layout(), count, width);
    }

    /** Makes room for so many of either group. */
    void resize(int rows, int columns) {
        if (columns > transposed.width()) {
            transposed = rows(0, columns);
            transposedInputs = rows(network.inputs(), columns);
            ofInputs = rows(0, columns);
            ofErrors = rows(0, columns);
        }
        ofInputs.resize(rows);
        ofErrors.resize(rows);
    }

    /** Returns {@code [rows][at least columns]}: the products of what came in, with the bias. */
    Rows ofInputs() {
        return ofInputs;
    }

    /** Returns {@code [rows][at least columns]}: the products of the errors. */
    Rows ofErrors() {
        return ofErrors;
    }

    /** Multiplies the inputs of the network. */
    void multiplyInputs(SparseRows rows, SparseRows columns) {
        ofInputs.fill(1);
        columns.setColumns(transposedInputs, true);
        rows.terms(terms);
        network.kernel.addProduct(terms, transposedInputs, ofInputs);
        columns.setColumns(transposedInputs, false);
    }

    /** Multiplies what a layer before put out. */
    void multiplyOutputs(Rows rows, Rows columns) {
        ofInputs.fill(1);
        addProducts(rows, columns, ofInputs);
    }

    /** Multiplies errors. */
    void multiplyErrors(Rows rows, Rows columns) {
        ofErrors.fill(0);
        addProducts(rows, columns, ofErrors);
    }

    private void addProducts(Rows rows, Rows columns, Rows products) {
        transposed.resize(columns.width());
        Transposition.set(transposed, columns);
        network.kernel.addProduct(rows, transposed, products);
    }
}
