package org.taagem.benchmarks.compare;

import java.util.List;

/**
 * Counts the multiply-adds that a step cannot do without, from the actual inputs and activations.
 *
 * <p>Forward and backward pass of every sample; the products of the samples' inputs and errors that give {@code g.gRef};
 * the update by the batch; and, if the step projects, the norm of {@code gRef} and the update by it, in the cheaper of two
 * ways, from factors or with {@code gRef} formed. Biases, softmax and rectifiers are left out: a few thousand.
 *
 * @param always multiply-adds of every step
 * @param projection multiply-adds of a projected step on top of that
 */
record Arithmetic(double always, double projection) {
    /** Which products count. */
    enum Counting {
        /** Zero inputs are left out; hidden layers are dense. */
        SPARSE_INPUTS,
        /** Products with what a rectifier has closed are left out too. */
        OPEN_UNITS
    }

    /**
     * Counts one step.
     *
     * @param batch {@code [samples][layers + 1]}: of each sample the values that are not zero, in the input, after each
     *     rectifier, and among the logits (all)
     * @param reference the same of the reference batch
     * @param sizes layer sizes
     * @param counting which products count
     */
    static Arithmetic ofStep(int[][] batch, int[][] reference, List<Integer> sizes, Counting counting) {
        double both = passes(batch, sizes, counting) + passes(reference, sizes, counting);
        double products = 0;
        for (int[] sample : batch) {
            for (int[] other : reference) {
                products += pair(sample, other, sizes, counting);
            }
        }
        double norm = 0;
        for (int i = 0; i < reference.length; i++) {
            for (int j = i; j < reference.length; j++) {
                norm += pair(reference[i], reference[j], sizes, counting);
            }
        }
        double update = updates(reference, sizes, counting);
        double fromFactors = norm + update;
        double formed = update + 2.0 * weights(sizes);
        return new Arithmetic(both + products + updates(batch, sizes, counting), Math.min(fromFactors, formed));
    }

    /** Operations of an average step; a multiply-add counts as two. */
    double operations(double projectionRate) {
        return 2 * (always + projectionRate * projection);
    }

    private static double passes(int[][] samples, List<Integer> sizes, Counting counting) {
        double sum = 0;
        for (int[] sample : samples) {
            for (int l = 0; l + 1 < sizes.size(); l++) {
                // a layer's outputs are needed all, to learn which are open
                sum += (double) width(sample, l, sizes, counting) * sizes.get(l + 1);
                // nothing is passed back to the input
                sum += l == 0 ? 0 : outer(sample, l, sizes, counting);
            }
        }
        return sum;
    }

    private static double updates(int[][] samples, List<Integer> sizes, Counting counting) {
        double sum = 0;
        for (int[] sample : samples) {
            for (int l = 0; l + 1 < sizes.size(); l++) {
                sum += outer(sample, l, sizes, counting);
            }
        }
        return sum;
    }

    /** Weights of a layer whose input and whose error are not zero. */
    private static double outer(int[] sample, int layer, List<Integer> sizes, Counting counting) {
        return (double) width(sample, layer, sizes, counting) * width(sample, layer + 1, sizes, counting);
    }

    /** The inner products of two samples' inputs and errors, of all layers. */
    private static double pair(int[] one, int[] other, List<Integer> sizes, Counting counting) {
        double sum = 0;
        for (int l = 0; l + 1 < sizes.size(); l++) {
            sum += Math.min(width(one, l, sizes, counting), width(other, l, sizes, counting));
            sum += Math.min(width(one, l + 1, sizes, counting), width(other, l + 1, sizes, counting));
        }
        return sum;
    }

    private static int width(int[] sample, int layer, List<Integer> sizes, Counting counting) {
        return layer == 0 || counting == Counting.OPEN_UNITS ? sample[layer] : sizes.get(layer);
    }

    private static double weights(List<Integer> sizes) {
        double sum = 0;
        for (int l = 0; l + 1 < sizes.size(); l++) {
            sum += (double) sizes.get(l) * sizes.get(l + 1);
        }
        return sum;
    }
}
