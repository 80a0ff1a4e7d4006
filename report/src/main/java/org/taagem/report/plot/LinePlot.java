package org.taagem.report.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.taagem.report.html.Axis;
import org.taagem.report.html.LineChart;
import org.taagem.report.html.LineChart.Band;
import org.taagem.report.html.LineChart.Line;
import org.taagem.report.html.LineChart.Mark;
import org.taagem.report.html.LineChart.Style;

/** Lines with their bands, or areas on top of each other. */
final class LinePlot implements Plot {
    private static final BasicStroke DOTTED =
            new BasicStroke(0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {1, 3}, 0);
    private static final int X_TICKS = 7;
    private static final int Y_TICKS = 6;
    /** So many points of a line are told from what lies between them. */
    private static final int FEW_POINTS = 40;

    private static final double DOT = 5;

    private final LineChart chart;
    private final boolean stacked;
    private final List<List<Double>> heights;
    private final Ticks x;
    private final Ticks y;

    LinePlot(LineChart chart) {
        this.chart = chart;
        stacked = chart.style() == Style.STACKED_AREAS;
        heights =
                IntStream.range(0, chart.lines().size()).mapToObj(this::heights).toList();
        x = ticks(chart.x(), chart.lines().stream().map(Line::x), X_TICKS);
        Stream<List<Double>> bands = chart.lines().stream()
                .flatMap(line -> line.band().stream())
                .flatMap(band -> Stream.of(band.low(), band.high()));
        y = ticks(chart.y(), Stream.concat(heights.stream(), bands), Y_TICKS);
    }

    private List<Double> heights(int index) {
        Line line = chart.lines().get(index);
        if (!stacked) {
            return line.y();
        }
        List<Double> heights = new ArrayList<>();
        for (int p = 0; p < line.x().size(); p++) {
            double height = 0;
            for (Line below : chart.lines().subList(0, index + 1)) {
                height += below.y().get(p);
            }
            heights.add(height);
        }
        return heights;
    }

    private static Ticks ticks(Axis axis, Stream<List<Double>> values, int wanted) {
        double[] numbers = values.flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
        double least = axis.least().orElse(DoubleStream.of(numbers).min().orElse(0));
        double most = axis.most().orElse(DoubleStream.of(numbers).max().orElse(1));
        if (axis.scale() == Axis.Scale.LOGARITHMIC) {
            return Ticks.logarithmic(least, most);
        }
        return axis.most().isPresent() ? Ticks.exactly(least, most, wanted) : Ticks.around(least, most, wanted);
    }

    @Override
    public Legend legend() {
        return new Legend(IntStream.range(0, chart.lines().size())
                .mapToObj(i -> new Legend.Entry(
                        chart.lines().get(i).name(), i, stacked ? Optional.empty() : Optional.of(Palette.stroke(i))))
                .toList());
    }

    @Override
    public void draw(Canvas canvas) {
        canvas.yAxis(y, chart.y().name());
        canvas.xAxis(x, chart.x().name());
        if (stacked) {
            for (int i = chart.lines().size() - 1; i >= 0; i--) {
                area(i, canvas);
            }
        } else {
            for (int i = 0; i < chart.lines().size(); i++) {
                line(i, canvas);
            }
        }
        chart.marks().forEach(mark -> mark(mark, canvas));
        canvas.frame();
    }

    private void mark(Mark mark, Canvas canvas) {
        double at = canvas.x(mark.at(), x);
        canvas.colour(Palette.QUIET);
        canvas.graphics().setStroke(DOTTED);
        Path2D line = new Path2D.Double();
        line.moveTo(at, canvas.area().getMinY());
        line.lineTo(at, canvas.area().getMaxY());
        canvas.graphics().draw(line);
    }

    private void line(int index, Canvas canvas) {
        Line line = chart.lines().get(index);
        line.band().ifPresent(band -> band(line.x(), band, index, canvas));
        Path2D path = new Path2D.Double();
        boolean gap = true;
        for (int p = 0; p < line.x().size(); p++) {
            double value = line.y().get(p);
            if (Double.isFinite(value)) {
                to(path, gap, canvas.x(line.x().get(p), x), canvas.y(value, y));
            }
            gap = !Double.isFinite(value);
        }
        canvas.colour(Palette.colour(index));
        canvas.graphics().setStroke(Palette.stroke(index));
        canvas.graphics().draw(path);
        if (line.x().size() <= FEW_POINTS) {
            dots(line, canvas);
        }
    }

    private void dots(Line line, Canvas canvas) {
        for (int p = 0; p < line.x().size(); p++) {
            double value = line.y().get(p);
            if (Double.isFinite(value)) {
                double left = canvas.x(line.x().get(p), x) - DOT / 2;
                canvas.graphics().fill(new Ellipse2D.Double(left, canvas.y(value, y) - DOT / 2, DOT, DOT));
            }
        }
    }

    private static void to(Path2D path, boolean gap, double px, double py) {
        if (gap) {
            path.moveTo(px, py);
        } else {
            path.lineTo(px, py);
        }
    }

    private void band(List<Double> at, Band band, int index, Canvas canvas) {
        canvas.colour(Palette.pale(index));
        int from = 0;
        for (int p = 0; p <= at.size(); p++) {
            if (p == at.size() || !isFinite(band, p)) {
                stretch(at, band, new int[] {from, p}, canvas);
                from = p + 1;
            }
        }
    }

    /** There along the top, and back along the bottom. */
    private void stretch(List<Double> at, Band band, int[] range, Canvas canvas) {
        if (range[1] - range[0] < 2) {
            return;
        }
        Path2D path = new Path2D.Double();
        for (int p = range[0]; p < range[1]; p++) {
            to(path, p == range[0], canvas.x(at.get(p), x), canvas.y(band.high().get(p), y));
        }
        for (int p = range[1] - 1; p >= range[0]; p--) {
            to(path, false, canvas.x(at.get(p), x), canvas.y(band.low().get(p), y));
        }
        path.closePath();
        canvas.graphics().fill(path);
    }

    private static boolean isFinite(Band band, int p) {
        return Double.isFinite(band.low().get(p)) && Double.isFinite(band.high().get(p));
    }

    private void area(int index, Canvas canvas) {
        List<Double> at = chart.lines().get(index).x();
        if (at.isEmpty()) {
            return;
        }
        Path2D path = new Path2D.Double();
        to(path, true, canvas.x(at.get(0), x), canvas.y(y.least(), y));
        for (int p = 0; p < at.size(); p++) {
            double height = heights.get(index).get(p);
            to(path, false, canvas.x(at.get(p), x), canvas.y(Double.isFinite(height) ? height : y.least(), y));
        }
        to(path, false, canvas.x(at.get(at.size() - 1), x), canvas.y(y.least(), y));
        path.closePath();
        canvas.colour(Palette.colour(index));
        canvas.graphics().fill(path);
        canvas.colour(Color.WHITE);
        canvas.graphics().setStroke(new BasicStroke(0.8f));
        canvas.graphics().draw(path);
    }
}
