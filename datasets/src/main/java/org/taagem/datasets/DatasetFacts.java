package org.taagem.datasets;

import org.taagem.data.ImageShape;

/**
 * What there is to say of a data set.
 *
 * @param title what it shows
 * @param shape the shape of its images as they are learned
 * @param classes number of classes
 * @param trainSize number of training images
 * @param testSize number of test images
 * @param licence under which it may be used, or what is known of that
 * @param citation the paper to cite, with its link
 * @param homepage where it is published
 */
public record DatasetFacts(
        String title,
        ImageShape shape,
        int classes,
        int trainSize,
        int testSize,
        String licence,
        String citation,
        String homepage) {}
