package org.taagem.report.html;

import java.util.List;
import java.util.Optional;

/**
 * Points in space, to be turned by mouse, finger or keys. Several views share the chart; one is shown at a time.
 *
 * @param legend what colour, symbol and size of a point mean
 * @param views what can be chosen, at least one
 */
public record PointCloud(Legend legend, List<View> views) implements Chart {
    /** Copies the list. */
    public PointCloud {
        views = List.copyOf(views);
    }

    /**
     * What can be read off a point.
     *
     * @param colour what points of a colour share, such as {@code cluster}
     * @param symbols the name of each symbol, such as {@code task 1}; a point has an index into it
     * @param size what larger points have more of
     */
    public record Legend(String colour, List<String> symbols, String size) {
        /** Copies the list. */
        public Legend {
            symbols = List.copyOf(symbols);
        }
    }

    /**
     * Points that are seen together.
     *
     * @param name what is shown, such as {@code label 3}
     * @param note what is to be said of it, such as how much of the variance is seen
     * @param points the points
     * @param images the image of each point, if it has one
     */
    public record View(String name, String note, List<Point> points, Optional<Images> images) {
        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if there are images but not one for each point
         */
        public View {
            points = List.copyOf(points);
            if (images.isPresent() && images.get().count() != points.size()) {
                throw new IllegalArgumentException("there are " + images.get().count() + " images for " + points.size()
                        + " points; expected one for each");
            }
        }
    }

    /**
     * A point.
     *
     * @param at where it lies: three coordinates
     * @param colour points of a number share a colour, 0 or more
     * @param symbol index of its symbol, or -1 if nothing is known
     * @param size its size, 0..1
     * @param label what is said of it
     */
    public record Point(List<Double> at, int colour, int symbol, double size, String label) {
        private static final int DIMENSIONS = 3;

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if there are not three coordinates
         */
        public Point {
            at = List.copyOf(at);
            if (at.size() != DIMENSIONS) {
                throw new IllegalArgumentException("a point has " + at.size() + " coordinates; expected " + DIMENSIONS);
            }
        }
    }
}
