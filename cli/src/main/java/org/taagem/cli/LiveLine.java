package org.taagem.cli;

import java.util.Locale;

/** A line on a terminal that changes all the time; nowhere else is there one. */
final class LiveLine {
    private static final int WIDTH = 79;

    private final Terminal terminal;
    private boolean shown;

    LiveLine(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Shows a text in place of the last one, cut off where the terminal may end. */
    void show(String text) {
        if (terminal.interactive()) {
            shown = true;
            terminal.err().printf(Locale.ROOT, "\r%-" + WIDTH + "." + WIDTH + "s", text);
        }
    }

    /** Removes the line, if there is one. */
    void clear() {
        if (shown) {
            terminal.err().print("\r" + " ".repeat(WIDTH) + "\r");
            shown = false;
        }
    }
}
