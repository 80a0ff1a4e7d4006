package org.taagem.report.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.taagem.report.html.BarChart;

/** Bars side by side, or on top of each other. */
final class BarPlot implements Plot {
    private static final double FILLED = 0.7;
    private static final int TICKS = 6;

    private final BarChart chart;
    private final Ticks y;

    BarPlot(BarChart chart) {
        this.chart = chart;
        List<Double> ends = new ArrayList<>();
        for (int thing = 0; thing < chart.x().labels().size(); thing++) {
            double sum = 0;
            for (BarChart.Bars bars : chart.bars()) {
                double value = value(bars, thing);
                sum += value;
                ends.add(chart.stacked() ? sum : value);
            }
        }
        DoubleStream numbers = ends.stream().mapToDouble(Double::doubleValue);
        double most = chart.y().most().orElse(Math.max(0, numbers.max().orElse(1)));
        double least = chart.y()
                .least()
                .orElse(Math.min(
                        0, ends.stream().mapToDouble(Double::doubleValue).min().orElse(0)));
        y = Ticks.around(least, most, TICKS);
    }

    /** A value that is not there is drawn as one without height. */
    private static double value(BarChart.Bars bars, int thing) {
        double value = bars.values().get(thing);
        return Double.isFinite(value) ? value : 0;
    }

    @Override
    public Legend legend() {
        return new Legend(IntStream.range(0, chart.bars().size())
                .mapToObj(i -> new Legend.Entry(chart.bars().get(i).name(), i, Optional.empty()))
                .toList());
    }

    @Override
    public void draw(Canvas canvas) {
        canvas.yAxis(y, chart.y().name());
        int things = chart.x().labels().size();
        double room = canvas.area().getWidth() / Math.max(1, things);
        for (int thing = 0; thing < things; thing++) {
            double left = canvas.area().getMinX() + thing * room;
            bars(thing, left + room * (1 - FILLED) / 2, room * FILLED, canvas);
            canvas.colour(Palette.INK);
            canvas.text(
                    canvas.fitting(chart.x().labels().get(thing), room - 4),
                    left + room / 2,
                    canvas.area().getMaxY() + 12,
                    Canvas.Align.CENTRE);
        }
        canvas.xName(chart.x().name());
        canvas.colour(Palette.QUIET);
        double zero = canvas.y(0, y);
        canvas.line(
                new double[] {canvas.area().getMinX(), zero},
                new double[] {canvas.area().getMaxX(), zero});
        canvas.frame();
    }

    private void bars(int thing, double left, double width, Canvas canvas) {
        double each = chart.stacked() ? width : width / Math.max(1, chart.bars().size());
        double base = 0;
        for (int i = 0; i < chart.bars().size(); i++) {
            double value = value(chart.bars().get(i), thing);
            double from = canvas.y(base, y);
            double to = canvas.y(base + value, y);
            canvas.colour(Palette.colour(i));
            canvas.graphics()
                    .fill(new Rectangle2D.Double(
                            chart.stacked() ? left : left + i * each, Math.min(from, to), each, Math.abs(to - from)));
            base = chart.stacked() ? base + value : 0;
        }
    }
}
