package org.taagem.report.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/** The colours and dashes of the pages (theme.js), on white. */
final class Palette {
    static final Color INK = new Color(0x1d2430);
    static final Color QUIET = new Color(0x596473);
    static final Color RULE = new Color(0xd9dfe7);

    private static final List<Color> COLOURS = List.of(
            new Color(0x0072b2),
            new Color(0xd55e00),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(0xe69f00),
            new Color(0x56b4e9),
            new Color(0x7f7f7f));
    private static final List<float[]> DASHES =
            List.of(new float[] {1}, new float[] {7, 4}, new float[] {2, 3}, new float[] {9, 3, 2, 3});
    private static final List<Color> SHADES = List.of(
            new Color(0x00224e),
            new Color(0x123570),
            new Color(0x3b496c),
            new Color(0x575d6d),
            new Color(0x707173),
            new Color(0x8a8678),
            new Color(0xa59c74),
            new Color(0xc3b369),
            new Color(0xe1cc55),
            new Color(0xfee838));

    private Palette() {}

    static Color colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    static Color pale(int index) {
        Color colour = colour(index);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 50);
    }

    /** Returns the colour of a share, 0..1: from dark to bright, in equal steps of brightness. */
    static Color shade(double share) {
        double place = share * (SHADES.size() - 1);
        int below = (int) Math.min(place, SHADES.size() - 2);
        float part = (float) (place - below);
        float[] from = SHADES.get(below).getRGBColorComponents(null);
        float[] to = SHADES.get(below + 1).getRGBColorComponents(null);
        return new Color(
                from[0] + part * (to[0] - from[0]),
                from[1] + part * (to[1] - from[1]),
                from[2] + part * (to[2] - from[2]));
    }

    /** A colour that comes again comes with another dash. */
    static BasicStroke stroke(int index) {
        float[] dash = DASHES.get((index / COLOURS.size() + index % COLOURS.size()) % DASHES.size());
        return dash.length == 1
                ? new BasicStroke(1.6f)
                : new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }
}
