package org.taagem.nn;

/**
 * The operations that all of training is made of: a matrix times a dense one, added to a dense one. The first matrix is
 * sparse, dense, or dense and read by columns.
 *
 * <p>Passing samples forward multiplies their activations by the weights; passing errors back multiplies them by the
 * transposed weights; learning multiplies activations, by columns, by errors; and the inner product of two gradients
 * multiplies the factors of one by those of the other.
 *
 * <p>All implementations give the same bits: each element of a target gains its terms one after the other, in the order
 * of the sources, each with a fused multiply-add, also if its factor is zero: what is infinite or not a number must show.
 *
 * <p>Kernels are found by {@link java.util.ServiceLoader}. They hold no state: threads may share one.
 */
public interface Kernel {
    /**
     * Returns the name by which a user chooses this kernel.
     *
     * @return a word in lower case
     */
    String name();

    /**
     * Says how this kernel computes, for the record of a run.
     *
     * @return the name, and what else there is to say
     */
    default String description() {
        return name();
    }

    /**
     * Says how this kernel wants dense rows to be stored.
     *
     * @return the layout of all rows that it is given
     */
    Rows.Layout layout();

    /**
     * Adds a product of sparse rows: row {@code t} of the targets gains the sum over {@code k} of {@code values[t][k]} times row {@code
     * indices[t][k]} of the sources.
     *
     * @param terms of each target the sources to add, in which order, times what
     * @param sources rows in this kernel's layout
     * @param targets at least {@code terms.rows()} rows, as wide as the sources, in this kernel's layout; changed
     */
    void addProduct(Terms terms, Rows sources, Rows targets);

    /**
     * Adds a product of dense rows: row {@code t} of the targets gains the sum over {@code k} of {@code factors[t][k]}
     * times row {@code k} of the sources.
     *
     * @param factors at least as many rows as there are targets, as wide as there are sources
     * @param sources rows to add up
     * @param targets as wide as the sources; changed
     */
    void addProduct(Rows factors, Rows sources, Rows targets);

    /**
     * Adds a product of transposed rows: row {@code t} of the targets gains the sum over {@code k} of {@code
     * factors[k][t]} times row {@code k} of the sources.
     *
     * @param factors as many rows as there are sources, as wide as there are targets
     * @param sources rows to add up
     * @param targets as wide as the sources; changed
     */
    void addTransposedProduct(Rows factors, Rows sources, Rows targets);
}
