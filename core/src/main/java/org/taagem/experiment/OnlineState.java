package org.taagem.experiment;

import java.io.IOException;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.metrics.PrequentialAccuracy;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;

/** What an {@link OnlineLearner} keeps beside its learner, as a state. */
final class OnlineState {
    /** The file of a state may lie, but this much can always be allocated. */
    private static final int MOST_WINDOW = 100_000_000;

    private static final char RIGHT = '1';
    private static final char WRONG = '0';

    private OnlineState() {}

    static void saveAccuracy(PrequentialAccuracy accuracy, StateWriter out) throws IOException {
        StringBuilder last = new StringBuilder();
        for (boolean isRight : accuracy.last()) {
            last.append(isRight ? RIGHT : WRONG);
        }
        out.writeInt("window", accuracy.window());
        out.writeLong("tested", accuracy.tested());
        out.writeLong("right", accuracy.right());
        out.writeText("last", last.toString());
    }

    static PrequentialAccuracy readAccuracy(StateReader in) throws IOException {
        int window = in.readInt("window", 1, MOST_WINDOW);
        long tested = in.readCount("tested");
        long right = in.readCount("right");
        String text = in.readText("last");
        boolean[] last = new boolean[text.length()];
        for (int i = 0; i < last.length; i++) {
            last[i] = text.charAt(i) == RIGHT;
        }
        try {
            return new PrequentialAccuracy(window, tested, right, last);
        } catch (IllegalArgumentException e) {
            throw in.wrong("last", "one that does not go with the others: " + e.getMessage(), "one that does");
        }
    }

    static void saveWaiting(Batch waiting, StateWriter out) throws IOException {
        out.writeInt("waiting", waiting.size());
        for (int i = 0; i < waiting.size(); i++) {
            Sample sample = waiting.get(i);
            out.writeInt("id", sample.id());
            out.writeInt("label", sample.label());
            out.writeInts("indices", sample.features().indices());
            out.writeFloats("values", sample.features().values());
        }
    }

    static Sample readSample(StateReader in, int features, int classes) throws IOException {
        int id = in.readInt("id", 0, Integer.MAX_VALUE);
        int label = in.readInt("label", 0, classes - 1);
        int[] indices = in.readInts("indices");
        float[] values = in.readFloats("values");
        if (!FeatureVector.isSparse(features, indices, values)) {
            throw in.wrong("indices", "not those of a sample", "ascending numbers below " + features);
        }
        return new Sample(id, FeatureVector.ofNonZero(features, indices, values), label);
    }
}
