package org.taagem.data;

/**
 * One labelled sample of a stream.
 *
 * <p>The id says which sample this is and nothing else: a learner sees it, but only the runner can look up the task
 * behind it.
 *
 * @param id number of the sample within its stream, 0 or more
 * @param features the input
 * @param label the class, 0 or more
 */
public record Sample(int id, FeatureVector features, int label) {
    public Sample {
        if (id < 0) {
            throw new IllegalArgumentException("sample id is " + id + "; expected 0 or more");
        }
        if (label < 0) {
            throw new IllegalArgumentException("label of sample " + id + " is " + label + "; expected 0 or more");
        }
    }
}
