package org.taagem.benchmarks.compare;

import java.util.List;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;

/** Counts what is not zero on a sample's way through a network, by computing it once more in the plainest way. */
final class Activations {
    private final List<Integer> sizes;
    private final float[] parameters;

    Activations(List<Integer> sizes, float[] parameters) {
        this.sizes = sizes;
        this.parameters = parameters;
    }

    /** Returns {@code [samples][layers + 1]}: non-zero inputs, open units of each hidden layer, and all logits. */
    int[][] count(Batch batch) {
        int[][] counts = new int[batch.size()][];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = count(batch.get(i).features());
        }
        return counts;
    }

    private int[] count(FeatureVector input) {
        int[] counts = new int[sizes.size()];
        counts[0] = input.nonZeroCount();
        float[] values = input.toArray();
        int offset = 0;
        for (int l = 1; l < counts.length; l++) {
            float[] outputs = layer(values, sizes.get(l), offset);
            offset += (values.length + 1) * outputs.length;
            boolean last = l == counts.length - 1;
            for (int j = 0; j < outputs.length; j++) {
                outputs[j] = last ? outputs[j] : Math.max(0, outputs[j]);
                counts[l] += last || outputs[j] > 0 ? 1 : 0;
            }
            values = outputs;
        }
        return counts;
    }

    private float[] layer(float[] inputs, int width, int offset) {
        float[] outputs = new float[width];
        System.arraycopy(parameters, offset + inputs.length * width, outputs, 0, width);
        for (int i = 0; i < inputs.length; i++) {
            for (int j = 0; inputs[i] != 0 && j < width; j++) {
                outputs[j] += inputs[i] * parameters[offset + i * width + j];
            }
        }
        return outputs;
    }
}
