package org.taagem.report.plot;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

import org.taagem.report.html.HeatMap;

/** A matrix whose cells are coloured by their value. */
final class HeatPlot implements Plot {
    /** More values in a row would run into each other. */
    private static final int MOST_VALUES = 12;

    private static final int SCALE_STEPS = 60;
    private static final double DARK = 0.55;

    private final HeatMap map;
    private final double least;
    private final double most;

    HeatPlot(HeatMap map) {
        this.map = map;
        double[] numbers = map.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
        least = map.value().least().orElse(DoubleStream.of(numbers).min().orElse(0));
        double end = map.value().most().orElse(DoubleStream.of(numbers).max().orElse(1));
        most = end > least ? end : least + 1;
    }

    @Override
    public Legend legend() {
        return new Legend(List.of());
    }

    @Override
    public int left() {
        return 185;
    }

    @Override
    public int right() {
        return 70;
    }

    @Override
    public void draw(Canvas canvas) {
        Rectangle2D area = canvas.area();
        int rows = map.rows().labels().size();
        int columns = map.columns().labels().size();
        double height = area.getHeight() / Math.max(1, rows);
        double width = area.getWidth() / Math.max(1, columns);
        for (int r = 0; r < rows; r++) {
            double top = area.getMinY() + r * height;
            canvas.colour(Palette.INK);
            canvas.text(
                    canvas.fitting(map.rows().labels().get(r), left() - 40),
                    area.getMinX() - 6,
                    top + height / 2,
                    Canvas.Align.RIGHT);
            for (int c = 0; c < columns; c++) {
                cell(
                        map.values().get(r).get(c),
                        new Rectangle2D.Double(area.getMinX() + c * width, top, width, height),
                        canvas);
            }
        }
        columnNames(width, canvas);
        canvas.xName(map.columns().name());
        canvas.upright(map.rows().name(), area.getMinX() - left() + 14);
        scale(canvas);
    }

    private void columnNames(double width, Canvas canvas) {
        for (int c = 0; c < map.columns().labels().size(); c++) {
            canvas.colour(Palette.INK);
            double middle = canvas.area().getMinX() + (c + 0.5) * width;
            String label = canvas.fitting(map.columns().labels().get(c), width + 4);
            canvas.text(label, middle, canvas.area().getMaxY() + 12, Canvas.Align.CENTRE);
        }
    }

    private void cell(double value, Rectangle2D place, Canvas canvas) {
        if (!Double.isFinite(value)) {
            return;
        }
        double share = Math.max(0, Math.min(1, (value - least) / (most - least)));
        canvas.colour(Palette.shade(share));
        canvas.graphics().fill(place);
        canvas.colour(Color.WHITE);
        canvas.graphics().draw(place);
        if (map.columns().labels().size() <= MOST_VALUES) {
            canvas.colour(share < DARK ? Color.WHITE : Palette.INK);
            canvas.text(
                    String.format(Locale.ROOT, "%.2f", value),
                    place.getCenterX(),
                    place.getCenterY(),
                    Canvas.Align.CENTRE);
        }
    }

    private void scale(Canvas canvas) {
        Rectangle2D area = canvas.area();
        double left = area.getMaxX() + 16;
        double height = area.getHeight() / SCALE_STEPS;
        for (int step = 0; step < SCALE_STEPS; step++) {
            canvas.colour(Palette.shade((step + 0.5) / SCALE_STEPS));
            canvas.graphics()
                    .fill(new Rectangle2D.Double(left, area.getMaxY() - (step + 1) * height, 12, height + 0.3));
        }
        canvas.colour(Palette.INK);
        canvas.text(Ticks.text(most), left + 17, area.getMinY() + 5, Canvas.Align.LEFT);
        canvas.text(Ticks.text(least), left + 17, area.getMaxY() - 5, Canvas.Align.LEFT);
    }
}
