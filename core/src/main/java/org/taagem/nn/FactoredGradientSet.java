package org.taagem.nn;

import java.io.IOException;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;

/**
 * Gradients of single samples of an {@link Mlp}, kept as the factors that they are the product of: some hundred numbers each
 * instead of one per parameter.
 */
final class FactoredGradientSet implements GradientSet {
    private final Mlp network;
    private final int size;
    private final FactoredGradient kept;
    private final FactoredGradient single;
    /** The gradients kept, each times a factor. */
    private final FactoredGradient weighted;

    private final FeatureVector[] inputs;

    FactoredGradientSet(Mlp network, int size) {
        this.network = network;
        this.size = size;
        kept = new FactoredGradient(network);
        single = new FactoredGradient(network);
        weighted = new FactoredGradient(network);
        inputs = new FeatureVector[size];
        FeatureVector zero = FeatureVector.of(new float[network.inputs()]);
        begin(kept);
        begin(weighted);
        for (int number = 0; number < size; number++) {
            setInput(number, zero);
        }
    }

    private void begin(FactoredGradient gradient) {
        gradient.forward.begin(size);
        for (Rows errors : gradient.backward.errors) {
            errors.resize(size);
        }
    }

    private void setInput(int number, FeatureVector input) {
        inputs[number] = input;
        kept.forward.setInput(number, input);
        weighted.forward.setInput(number, input);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void set(int number, Sample sample, Loss loss) {
        single.compute(Batch.of(sample), loss);
        setInput(number, sample.features());
        for (int l = 0; l < network.layers.length; l++) {
            kept.forward.outputs[l].copy(number, single.forward.outputs[l], 0);
            weighted.forward.outputs[l].copy(number, single.forward.outputs[l], 0);
            kept.backward.errors[l].copy(number, single.backward.errors[l], 0);
        }
    }

    @Override
    public void dot(Gradient g, double[] products) {
        kept.dotEach(g, products);
    }

    @Override
    public void dot(int number, double[] products) {
        single.forward.begin(1);
        single.forward.setInput(0, inputs[number]);
        for (int l = 0; l < network.layers.length; l++) {
            single.backward.errors[l].resize(1);
            single.forward.outputs[l].copy(0, kept.forward.outputs[l], number);
            single.backward.errors[l].copy(0, kept.backward.errors[l], number);
        }
        kept.dotEach(single, products);
    }

    @Override
    public void addTo(double[] factors, Gradient g) {
        for (int l = 0; l < network.layers.length; l++) {
            Rows errors = weighted.backward.errors[l];
            for (int number = 0; number < size; number++) {
                errors.fill(number, 0);
                errors.add(number, (float) factors[number], kept.backward.errors[l], number);
            }
        }
        g.add(1, weighted);
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeInt("size", size);
        out.writeInt("features", network.inputs());
        for (int number = 0; number < size; number++) {
            out.writeInts("indices", inputs[number].indices());
            out.writeFloats("values", inputs[number].values());
        }
        for (int l = 0; l < network.layers.length; l++) {
            out.writeFloats("outputs", kept.forward.outputs[l].toArray());
            out.writeFloats("errors", kept.backward.errors[l].toArray());
        }
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.expectInt("size", size);
        in.expectInt("features", network.inputs());
        for (int number = 0; number < size; number++) {
            int[] indices = in.readInts("indices");
            float[] values = in.readFloats("values");
            if (!FeatureVector.isSparse(network.inputs(), indices, values)) {
                throw in.wrong("indices", "not those of a sample", "ascending numbers below " + network.inputs());
            }
            setInput(number, FeatureVector.ofNonZero(network.inputs(), indices, values));
        }
        for (int l = 0; l < network.layers.length; l++) {
            float[] outputs = new float[size * network.layers[l].outputs];
            in.readFloats("outputs", outputs);
            kept.forward.outputs[l].setAll(outputs);
            weighted.forward.outputs[l].setAll(outputs);
            in.readFloats("errors", outputs);
            kept.backward.errors[l].setAll(outputs);
        }
    }
}
