package org.taagem.report.html;

import java.util.List;
import java.util.Optional;

/**
 * Lines over a common axis, each with its own colour, dash and symbol.
 *
 * @param x the axis of what goes on, such as steps
 * @param y the axis of what is measured
 * @param lines the lines; none may be there
 * @param marks moments that are marked by an upright line
 * @param style whether lines stand by themselves or areas on top of each other
 */
public record LineChart(Axis x, Axis y, List<Line> lines, List<Mark> marks, Style style) implements Chart {
    /** Copies the lists. */
    public LineChart {
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
    }

    /**
     * Makes a chart of lines without marks.
     *
     * @param x the axis of what goes on
     * @param y the axis of what is measured
     * @param lines the lines
     */
    public LineChart(Axis x, Axis y, List<Line> lines) {
        this(x, y, lines, List.of(), Style.LINES);
    }

    /** How the numbers are drawn. */
    public enum Style {
        /** Lines, each by itself. */
        LINES,
        /** Areas, each on top of the one before; all lines must have the same x. */
        STACKED_AREAS
    }

    /**
     * A line.
     *
     * @param name what the legend calls it
     * @param x {@code [points]}, ascending
     * @param y {@code [points]}; NaN leaves a gap
     * @param band a band around the line, such as a standard deviation
     */
    public record Line(String name, List<Double> x, List<Double> y, Optional<Band> band) {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if they differ in length
         */
        public Line {
            x = List.copyOf(x);
            y = List.copyOf(y);
            checkSize("y", y, x.size());
            if (band.isPresent()) {
                checkSize("low", band.get().low(), x.size());
            }
        }

        /**
         * Makes a line without a band.
         *
         * @param name what the legend calls it
         * @param x {@code [points]}, ascending
         * @param y {@code [points]}; NaN leaves a gap
         */
        public Line(String name, List<Double> x, List<Double> y) {
            this(name, x, y, Optional.empty());
        }
    }

    /**
     * What surrounds a line.
     *
     * @param name what it is, such as {@code ± 1 standard deviation}
     * @param low {@code [points]}: where it begins; NaN where there is none
     * @param high {@code [points]}: where it ends; NaN where there is none
     */
    public record Band(String name, List<Double> low, List<Double> high) {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if they differ in length
         */
        public Band {
            low = List.copyOf(low);
            high = List.copyOf(high);
            checkSize("high", high, low.size());
        }
    }

    /**
     * A moment.
     *
     * @param at where on the x axis
     * @param label what happens there, in a word or two
     */
    public record Mark(double at, String label) {}

    private static void checkSize(String what, List<Double> values, int expected) {
        if (values.size() != expected) {
            throw new IllegalArgumentException(
                    what + " has " + values.size() + " numbers; expected " + expected + ", one for each point");
        }
    }
}
