package org.taagem.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;

/** Samples of one label as a state. */
final class SampleState {
    private SampleState() {}

    static void save(List<Sample> samples, StateWriter out) throws IOException {
        out.writeInt(
                "features", samples.isEmpty() ? 0 : samples.get(0).features().length());
        out.writeInt("logits", logits(samples));
        out.writeInts("ids", samples.stream().mapToInt(Sample::id).toArray());
        for (Sample sample : samples) {
            save("", sample.features(), out);
            out.writeFlag("has_logits", sample.logits().isPresent());
            if (sample.logits().isPresent()) {
                save("logit_", sample.logits().get(), out);
            }
        }
    }

    private static void save(String prefix, FeatureVector vector, StateWriter out) throws IOException {
        out.writeInts(prefix + "indices", vector.indices());
        out.writeFloats(prefix + "values", vector.values());
    }

    private static int logits(List<Sample> samples) {
        return samples.stream()
                .flatMap(sample -> sample.logits().stream())
                .mapToInt(FeatureVector::length)
                .findFirst()
                .orElse(0);
    }

    static List<Sample> read(StateReader in, int label) throws IOException {
        int length = in.readInt("features", 0, Integer.MAX_VALUE);
        int classes = in.readInt("logits", 0, Integer.MAX_VALUE);
        List<Sample> samples = new ArrayList<>();
        for (int id : in.readInts("ids")) {
            if (id < 0) {
                throw in.wrong("ids", "one with " + id, "0 or more");
            }
            FeatureVector features = read("", in, length);
            Optional<FeatureVector> logits =
                    in.readFlag("has_logits") ? Optional.of(read("logit_", in, classes)) : Optional.empty();
            samples.add(new Sample(id, features, label, logits));
        }
        return samples;
    }

    private static FeatureVector read(String prefix, StateReader in, int length) throws IOException {
        int[] indices = in.readInts(prefix + "indices");
        float[] values = in.readFloats(prefix + "values");
        if (!FeatureVector.isSparse(length, indices, values)) {
            throw in.wrong(prefix + "indices", "not those of a sample", "ascending numbers below " + length);
        }
        return FeatureVector.ofNonZero(length, indices, values);
    }
}
