package org.taagem.data;

import java.util.Optional;

/**
 * One labelled sample of a stream.
 *
 * <p>The id says which sample this is and nothing else: a learner sees it, but only the runner can look up the task
 * behind it.
 *
 * @param id number of the sample within its stream, 0 or more
 * @param features the input
 * @param label the class, 0 or more
 * @param logits what a network said of the sample when it was put into memory, for learners that rehearse that too
 */
public record Sample(int id, FeatureVector features, int label, Optional<FeatureVector> logits) {
    public Sample {
        if (id < 0) {
            throw new IllegalArgumentException("sample id is " + id + "; expected 0 or more");
        }
        if (label < 0) {
            throw new IllegalArgumentException("label of sample " + id + " is " + label + "; expected 0 or more");
        }
    }

    /**
     * Makes a sample as it comes from a stream.
     *
     * @param id number of the sample within its stream, 0 or more
     * @param features the input
     * @param label the class, 0 or more
     */
    public Sample(int id, FeatureVector features, int label) {
        this(id, features, label, Optional.empty());
    }

    /**
     * Returns this sample with what a network says of it now.
     *
     * @param said {@code [classes]}: the logits; copied
     * @return a sample to put into memory
     */
    public Sample withLogits(float[] said) {
        return new Sample(id, features, label, Optional.of(FeatureVector.of(said)));
    }
}
