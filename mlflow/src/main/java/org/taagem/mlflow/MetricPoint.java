package org.taagem.mlflow;

/**
 * One value of one metric; a run has at most one for each key and step.
 *
 * @param key such as {@code overall_accuracy}
 * @param value finite
 * @param timestamp milliseconds since 1970, UTC
 * @param step batches learned
 */
record MetricPoint(String key, double value, long timestamp, long step) {
    MetricPoint {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    key + " is " + value + " at step " + step + "; expected a finite number");
        }
    }
}
