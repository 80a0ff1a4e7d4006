package org.taagem.report.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

import org.taagem.report.html.BarChart;
import org.taagem.report.html.Chart;
import org.taagem.report.html.HeatMap;
import org.taagem.report.html.LineChart;
import org.taagem.report.html.PointCloud;

/** A chart on paper. */
interface Plot {
    /** The size of every plot, in hundredths of an inch. */
    int WIDTH = 650;

    /** See {@link #WIDTH}. */
    int HEIGHT = 400;

    /** Draws axes and numbers. */
    void draw(Canvas canvas);

    /** Returns the names of what is drawn. */
    Legend legend();

    /** Returns the room that is left beside the numbers, on the left. */
    default int left() {
        return 70;
    }

    /** Returns the room that is left beside the numbers, on the right. */
    default int right() {
        return 24;
    }

    /** Makes the plot of a chart; absent if it has nothing to show, or lies in space. */
    static Optional<Plot> of(Chart chart) {
        if (chart instanceof LineChart lines) {
            boolean any = lines.lines().stream().anyMatch(line -> !line.x().isEmpty());
            return any ? Optional.of(new LinePlot(lines)) : Optional.empty();
        }
        if (chart instanceof HeatMap map) {
            return Optional.of(new HeatPlot(map));
        }
        if (chart instanceof BarChart bars) {
            return Optional.of(new BarPlot(bars));
        }
        assert chart instanceof PointCloud : chart;
        return Optional.empty();
    }

    /** Draws everything. */
    default void paint(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        Legend names = legend();
        double width = WIDTH - left() - right();
        double top = 12 + names.rows(width) * (double) Legend.ROW;
        Canvas canvas = new Canvas(graphics, new Rectangle2D.Double(left(), top + 6, width, HEIGHT - top - 6 - 44));
        names.draw(canvas, 8);
        draw(canvas);
    }
}
