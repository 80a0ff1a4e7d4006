package org.taagem.report.html;

import java.util.List;

/**
 * Bars for things that have names; several bars of a thing stand side by side, or on top of each other.
 *
 * @param x the things
 * @param y what the bars measure
 * @param bars the bars
 * @param stacked whether those of a thing stand on top of each other
 */
public record BarChart(Names x, Axis y, List<Bars> bars, boolean stacked) implements Chart {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is not a value for each thing
     */
    public BarChart {
        bars = List.copyOf(bars);
        for (Bars each : bars) {
            if (each.values().size() != x.labels().size()) {
                throw new IllegalArgumentException(
                        "'" + each.name() + "' has " + each.values().size() + " values; expected "
                                + x.labels().size());
            }
        }
    }

    /**
     * Bars of one colour and pattern.
     *
     * @param name what the legend calls them
     * @param values {@code [things]}; NaN leaves a bar out
     */
    public record Bars(String name, List<Double> values) {
        /** Copies the list. */
        public Bars {
            values = List.copyOf(values);
        }
    }
}
