package org.taagem.data;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;

/**
 * Labelled samples of one distribution, all of the same length.
 *
 * @param features number of features of every sample, at least 1
 * @param classes number of classes, at least 1; every label is below it
 * @param shape the shape of the images, if the samples are images
 * @param samples the samples, in a fixed order
 */
public record Dataset(int features, int classes, Optional<ImageShape> shape, List<Sample> samples) {
    public Dataset {
        samples = List.copyOf(samples);
        if (shape.isPresent() && shape.get().features() != features) {
            throw new IllegalArgumentException(
                    "images of " + shape.get() + " pixels do not have " + features + " features");
        }
        for (Sample sample : samples) {
            check(sample, features, classes);
        }
    }

    private static void check(Sample sample, int features, int classes) {
        if (sample.features().length() != features) {
            throw new IllegalArgumentException(
                    "sample " + sample.id() + " has " + sample.features().length() + " features; expected " + features);
        }
        if (sample.label() >= classes) {
            throw new IllegalArgumentException(
                    "sample " + sample.id() + " has label " + sample.label() + "; expected 0.." + (classes - 1));
        }
    }

    /**
     * Returns the number of samples.
     *
     * @return 0 or more
     */
    public int size() {
        return samples.size();
    }

    /**
     * Returns the same kind of data with other samples.
     *
     * @param others the samples
     * @return a data set of the same features, classes and shape
     */
    public Dataset with(List<Sample> others) {
        return new Dataset(features, classes, shape, others);
    }

    /**
     * Returns the inputs without their labels, as a learner that predicts gets them.
     *
     * @return a view {@code [size]}
     */
    public List<FeatureVector> inputs() {
        return new AbstractList<>() {
            @Override
            public FeatureVector get(int index) {
                return samples.get(index).features();
            }

            @Override
            public int size() {
                return samples.size();
            }
        };
    }
}
