package org.taagem.cli;

import java.time.Duration;
import java.util.Locale;

import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * Lays out the line of a progress bar: where it is, the bar, steps or the like per second and the time left. The words have their
 * place first; the bar takes what is left of the line.
 */
final class BarLine implements ProgressBarRenderer {
    private static final int SHORTEST_BAR = 4;
    private static final int LONGEST_BAR = 40;

    private final String full;
    private final String empty;
    private final String unit;

    /**
     * Makes a layout.
     *
     * @param unicode whether the terminal shows more than ASCII
     * @param unit what is counted, such as {@code steps}
     */
    BarLine(boolean unicode, String unit) {
        this.unit = unit;
        full = unicode ? "█" : "#";
        empty = unicode ? "░" : "-";
    }

    @Override
    public String render(ProgressState state, int width) {
        double seconds = state.getTotalElapsed().toMillis() / 1000.0;
        return line(state.getExtraMessage(), new Progress(state.getCurrent(), state.getMax(), seconds), width);
    }

    /**
     * How far a run is.
     *
     * @param step how many are done
     * @param steps how many there are
     * @param seconds time since it began
     */
    record Progress(long step, long steps, double seconds) {
        private int part(int whole) {
            return (int) (whole * step / steps);
        }

        private String speed() {
            return step == 0 || seconds == 0 ? "-" : String.format(Locale.ROOT, "%.0f", step / seconds);
        }

        private String left() {
            if (step == 0) {
                return "?";
            }
            Duration left = Duration.ofSeconds(Math.round(seconds * (steps - step) / step));
            String minutes = String.format(Locale.ROOT, "%02d:%02d", left.toMinutesPart(), left.toSecondsPart());
            return left.toHours() == 0 ? minutes : left.toHours() + ":" + minutes;
        }
    }

    /** Returns a line of one column less than the terminal is wide, so that none wraps, and none shows through the next. */
    String line(String position, Progress progress, int width) {
        int room = Math.max(0, width - 1);
        String words = String.format(
                Locale.ROOT, "%3d %%  %4s %s/s  %s left", progress.part(100), progress.speed(), unit, progress.left());
        int barLength = Math.min(LONGEST_BAR, room - position.length() - words.length() - 3);
        String line = barLength < SHORTEST_BAR
                ? position + "  " + words
                : position + "  " + bar(progress.part(barLength), barLength) + " " + words;
        return line.length() > room ? line.substring(0, room) : line + " ".repeat(room - line.length());
    }

    private String bar(int done, int length) {
        return full.repeat(done) + empty.repeat(length - done);
    }
}
