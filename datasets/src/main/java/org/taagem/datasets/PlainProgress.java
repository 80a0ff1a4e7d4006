package org.taagem.datasets;

import java.io.PrintStream;

/** One line for each step: for log files and pipes. */
final class PlainProgress implements Progress {
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private final PrintStream out;

    PlainProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public Step start(String what, long bytes) {
        out.println(bytes == UNKNOWN ? what : String.format("%s (%.1f MB)", what, bytes / BYTES_PER_MEGABYTE));
        // The line that began the step is all there is to see.
        return NOTHING_SHOWN;
    }

    @Override
    public void note(String line) {
        out.println(line);
    }
}
