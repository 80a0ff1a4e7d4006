package org.taagem.nn;

import java.util.List;

import org.taagem.data.FeatureVector;

/** Something that says which class an input belongs to. */
@FunctionalInterface
public interface Classifier {
    /**
     * Says which class each input most likely belongs to. Learns nothing.
     *
     * @param inputs {@code [n]} vectors of as many features as the classifier was made for
     * @return {@code [n]} classes, 0 or more
     */
    int[] predict(List<FeatureVector> inputs);
}
