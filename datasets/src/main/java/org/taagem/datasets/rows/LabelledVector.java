package org.taagem.datasets.rows;

import java.util.Optional;

import org.taagem.data.FeatureVector;

/**
 * A sample from outside, whose label is still a name.
 *
 * @param features the input
 * @param label the name of its class, if it is known
 */
public record LabelledVector(FeatureVector features, Optional<String> label) {}
