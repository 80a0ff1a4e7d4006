package org.taagem.report.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Where a plot is drawn: its letters, its lines, and the rectangle that is left for the numbers. */
final class Canvas {
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final BasicStroke THIN = new BasicStroke(0.6f);

    private final Graphics2D graphics;
    private final Rectangle2D area;

    /** Where a text stands beside its place, as a share of its width: 0 right of it, 0.5 in the middle, 1 left of it. */
    enum Align {
        LEFT(0),
        CENTRE(0.5),
        RIGHT(1);

        private final double share;

        Align(double share) {
            this.share = share;
        }
    }

    Canvas(Graphics2D graphics, Rectangle2D area) {
        this.graphics = graphics;
        this.area = area;
        graphics.setFont(TEXT);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    Graphics2D graphics() {
        return graphics;
    }

    /** The rectangle between the axes. */
    Rectangle2D area() {
        return area;
    }

    double width(String text) {
        return graphics.getFontMetrics(TEXT).stringWidth(text);
    }

    /** Returns as much of a text as there is room for. */
    String fitting(String text, double room) {
        String fitting = text;
        for (int length = text.length() - 1; length > 0 && width(fitting) > room; length--) {
            fitting = text.substring(0, length) + "…";
        }
        return fitting;
    }

    /** Writes a line whose middle is at a height. */
    void text(String text, double x, double middle, Align align) {
        FontMetrics metrics = graphics.getFontMetrics(TEXT);
        float left = (float) (x - align.share * metrics.stringWidth(text));
        graphics.drawString(text, left, (float) (middle + metrics.getAscent() / 2.0 - 1));
    }

    /** Writes the name of the upright axis, from below. */
    void upright(String text, double x) {
        AffineTransform before = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, area.getCenterY());
        colour(Palette.QUIET);
        text(text, x, area.getCenterY(), Align.CENTRE);
        graphics.setTransform(before);
    }

    void colour(Color colour) {
        graphics.setColor(colour);
    }

    /** Draws a thin line. */
    void line(double[] from, double[] to) {
        graphics.setStroke(THIN);
        graphics.draw(new Line2D.Double(from[0], from[1], to[0], to[1]));
    }

    /** Draws the upright axis with its numbers and lines across, and its name. */
    void yAxis(Ticks ticks, String name) {
        double widest = 0;
        for (double at : ticks.at()) {
            double y = y(at, ticks);
            colour(Palette.RULE);
            line(new double[] {area.getMinX(), y}, new double[] {area.getMaxX(), y});
            colour(Palette.INK);
            text(Ticks.text(at), area.getMinX() - 6, y, Align.RIGHT);
            widest = Math.max(widest, width(Ticks.text(at)));
        }
        upright(name, area.getMinX() - widest - 20);
    }

    double y(double value, Ticks ticks) {
        return area.getMaxY() - ticks.share(value) * area.getHeight();
    }

    double x(double value, Ticks ticks) {
        return area.getMinX() + ticks.share(value) * area.getWidth();
    }

    /** Draws the axis below with its numbers and upright lines, and its name. */
    void xAxis(Ticks ticks, String name) {
        for (double at : ticks.at()) {
            double x = x(at, ticks);
            colour(Palette.RULE);
            line(new double[] {x, area.getMinY()}, new double[] {x, area.getMaxY()});
            colour(Palette.INK);
            text(Ticks.text(at), x, area.getMaxY() + 12, Align.CENTRE);
        }
        xName(name);
    }

    void xName(String name) {
        colour(Palette.QUIET);
        text(name, area.getCenterX(), area.getMaxY() + 28, Align.CENTRE);
    }

    /** Draws the frame around the numbers, over everything that reaches to it. */
    void frame() {
        colour(Palette.QUIET);
        graphics.setStroke(THIN);
        graphics.draw(area);
    }
}
