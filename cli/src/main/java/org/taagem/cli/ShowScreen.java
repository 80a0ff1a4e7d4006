package org.taagem.cli;

import java.util.Map;

/**
 * What a run is shown on.
 *
 * @param unicode whether it shows more than ASCII
 * @param colour whether it shows colours
 */
record ShowScreen(boolean unicode, boolean colour) {
    /** Columns that every terminal has. */
    static final int WIDTH = 80;

    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String SIGNS = "_.,-=+*#";

    /** One hue from light to dark, so that it can be read without telling colours apart. */
    private static final int[] SHADES = {255, 189, 153, 117, 75, 33, 26, 18};
    /** From this shade on, white is read more easily than black. */
    private static final int DARK = 5;

    /** Colours are for a terminal, unless the user wants none (see no-color.org). */
    static ShowScreen of(Terminal terminal, Map<String, String> environment) {
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new ShowScreen(terminal.unicode(), terminal.interactive() && !unwanted);
    }

    /** Returns a sign that is as high as a share, 0..1, is large. */
    char bar(double share) {
        return (unicode ? BLOCKS : SIGNS).charAt(step(share));
    }

    /** Puts a text on a ground that is as dark as a share, 0..1, is large. */
    String shaded(String text, double share) {
        if (!colour) {
            return text;
        }
        int step = step(share);
        return "\u001b[48;5;" + SHADES[step] + ";38;5;" + (step < DARK ? 16 : 231) + "m" + text + "\u001b[0m";
    }

    private static int step(double share) {
        return (int) Math.min(SHADES.length - 1, Math.max(0, share * SHADES.length));
    }
}
