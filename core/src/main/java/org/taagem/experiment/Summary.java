package org.taagem.experiment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;

/**
 * The figures of a run, computed from what was measured.
 *
 * @param figures a figure for every metric; those that are not defined say why
 * @param memoryByOrigin number of samples in memory at the last evaluation, by id of the task that they came from; empty if
 *     there are none
 */
public record Summary(Map<Metric, Figure> figures, Map<Integer, Integer> memoryByOrigin) {
    /** Checks that no figure is missing. */
    public Summary {
        Map<Metric, Figure> copy = new EnumMap<>(Metric.class);
        copy.putAll(figures);
        for (Metric metric : Metric.values()) {
            if (!copy.containsKey(metric)) {
                throw new IllegalArgumentException(
                        "there is no figure for " + metric.key() + "; expected one for each");
            }
        }
        figures = Collections.unmodifiableMap(copy);
        memoryByOrigin = Collections.unmodifiableMap(new TreeMap<>(memoryByOrigin));
    }

    /**
     * What a run has measured.
     *
     * @param stream what the learner saw
     * @param untrained accuracy before the first step on every task, by id; empty if it was not measured
     * @param evaluations all that was measured, in order
     * @param tasks the results of all finished tasks, in order
     */
    public record Measured(
            StreamFacts stream, List<Double> untrained, List<Evaluation> evaluations, List<TaskResult> tasks) {}

    /**
     * Computes the figures.
     *
     * @param measured what was measured
     * @return the figures
     */
    public static Summary of(Measured measured) {
        List<Evaluation> evaluations = measured.evaluations();
        return new Summary(
                new Figures(measured).all(),
                evaluations.isEmpty()
                        ? Map.of()
                        : evaluations.get(evaluations.size() - 1).memoryByOrigin());
    }

    /**
     * Returns a figure.
     *
     * @param metric which
     * @return the figure
     */
    public Figure get(Metric metric) {
        Figure figure = figures.get(metric);
        if (figure == null) {
            throw new IllegalStateException(metric + " is missing");
        }
        return figure;
    }
}
