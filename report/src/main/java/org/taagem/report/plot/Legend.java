package org.taagem.report.plot;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names of lines, areas or bars above a plot, as many to a row as there is room for. */
final class Legend {
    static final int ROW = 16;
    private static final int KEY = 26;
    private static final int GAP = 14;

    private final List<Entry> entries;

    Legend(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** A name, the index of its colour, and the dash of its line; without one it is filled. */
    record Entry(String name, int index, Optional<BasicStroke> stroke) {}

    /** Returns how many rows there are; none for a single entry, which needs no name. */
    int rows(double room) {
        return entries.size() < 2 ? 0 : rowsOf(room).size();
    }

    /** All columns are as wide as the widest needs. A letter of 11 points is about 6 wide. */
    private double width() {
        int longest =
                entries.stream().mapToInt(entry -> entry.name.length()).max().orElse(0);
        return KEY + 6 + 6 * longest + GAP;
    }

    private List<List<Entry>> rowsOf(double room) {
        List<List<Entry>> rows = new ArrayList<>();
        double left = 0;
        for (Entry entry : entries) {
            if (rows.isEmpty() || left < width()) {
                rows.add(new ArrayList<>());
                left = room;
            }
            rows.get(rows.size() - 1).add(entry);
            left -= width();
        }
        return rows;
    }

    void draw(Canvas canvas, double top) {
        if (entries.size() < 2) {
            return;
        }
        double middle = top + ROW / 2.0;
        for (List<Entry> row : rowsOf(canvas.area().getWidth())) {
            double x = canvas.area().getMinX();
            for (Entry entry : row) {
                draw(entry, canvas, x, middle);
                x += width();
            }
            middle += ROW;
        }
    }

    private static void draw(Entry entry, Canvas canvas, double x, double middle) {
        canvas.colour(Palette.colour(entry.index));
        if (entry.stroke.isPresent()) {
            canvas.graphics().setStroke(entry.stroke.get());
            canvas.graphics().draw(new Line2D.Double(x, middle, x + KEY, middle));
        } else {
            canvas.graphics().fill(new Rectangle2D.Double(x, middle - 5, KEY, 10));
        }
        canvas.colour(Palette.INK);
        canvas.text(entry.name, x + KEY + 6, middle, Canvas.Align.LEFT);
    }
}
