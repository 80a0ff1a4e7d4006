package org.taagem.nn;

import java.util.Arrays;

/**
 * Adds a sum of factored gradients, each times a number, to the weights and the bias of a layer.
 *
 * <p>A row of weights belongs to one input; what it gains is a sum of the error rows of those samples whose input there
 * is not zero. So the inputs are first turned from samples x inputs to inputs x samples.
 */
final class WeightUpdate {
    private final Kernel kernel;
    private final Kernel.Terms terms = new Kernel.Terms();
    private FactoredGradient[] gradients = {};
    private float[] scales = {};
    private int count;

    /** {@code [all rows]}: the error rows of all gradients, one gradient after the other. */
    private float[][] errors = {};
    /** {@code [inputs + 1]}: where the samples of an input begin in {@link #samples}. */
    private int[] starts = {};
    /** {@code [non-zero inputs, or rows if more]}: which error row. */
    private int[] samples = {};
    /** {@code [non-zero inputs, or rows if more]}: the input, scaled. */
    private float[] scaled = {};

    WeightUpdate(Kernel kernel) {
        this.kernel = kernel;
    }

    void clear() {
        count = 0;
    }

    void add(double scale, FactoredGradient gradient) {
        if (count == scales.length) {
            gradients = Arrays.copyOf(gradients, count + 1);
            scales = Arrays.copyOf(scales, count + 1);
        }
        gradients[count] = gradient;
        scales[count++] = (float) scale;
    }

    /** Updates {@code weights [inputs][outputs]} and {@code bias [outputs]}. */
    void apply(int l, float[][] weights, float[] bias) {
        gatherErrors(l);
        countSamples(l, weights.length);
        placeSamples(l);
        // placing moved every start to where the next input begins
        int from = 0;
        for (int i = 0; i < weights.length; i++) {
            int to = starts[i];
            if (to > from) {
                terms.set(samples, scaled, from, to);
                kernel.addRows(weights[i], bias.length, errors, terms);
            }
            from = to;
        }
        addToBias(bias);
    }

    private void gatherErrors(int l) {
        int rows = 0;
        for (int g = 0; g < count; g++) {
            rows += gradients[g].forward.rows;
        }
        if (rows > errors.length) {
            errors = new float[rows][];
        }
        int next = 0;
        for (int g = 0; g < count; g++) {
            int ofGradient = gradients[g].forward.rows;
            System.arraycopy(gradients[g].backward.errors[l], 0, errors, next, ofGradient);
            next += ofGradient;
        }
    }

    private void countSamples(int l, int inputs) {
        if (inputs + 1 > starts.length) {
            starts = new int[inputs + 1];
        }
        Arrays.fill(starts, 0, inputs + 1, 0);
        // the bias needs as many terms as there are rows
        int total = 0;
        int allRows = 0;
        for (int g = 0; g < count; g++) {
            SparseRows rows = gradients[g].forward.inputs[l];
            allRows += rows.rows;
            for (int r = 0; r < rows.rows; r++) {
                int[] index = rows.indices[r];
                for (int k = 0; k < rows.counts[r]; k++) {
                    starts[index[k] + 1]++;
                }
                total += rows.counts[r];
            }
        }
        for (int i = 0; i < inputs; i++) {
            starts[i + 1] += starts[i];
        }
        int needed = Math.max(total, allRows);
        if (needed > samples.length) {
            samples = new int[needed];
            scaled = new float[needed];
        }
    }

    private void placeSamples(int l) {
        int sample = 0;
        for (int g = 0; g < count; g++) {
            SparseRows rows = gradients[g].forward.inputs[l];
            for (int r = 0; r < rows.rows; r++) {
                int[] index = rows.indices[r];
                float[] value = rows.values[r];
                for (int k = 0; k < rows.counts[r]; k++) {
                    int place = starts[index[k]]++;
                    samples[place] = sample;
                    scaled[place] = scales[g] * value[k];
                }
                sample++;
            }
        }
    }

    private void addToBias(float[] bias) {
        int rows = 0;
        for (int g = 0; g < count; g++) {
            for (int r = 0; r < gradients[g].forward.rows; r++) {
                samples[rows] = rows;
                scaled[rows] = scales[g];
                rows++;
            }
        }
        terms.set(samples, scaled, 0, rows);
        kernel.addRows(bias, bias.length, errors, terms);
    }
}
