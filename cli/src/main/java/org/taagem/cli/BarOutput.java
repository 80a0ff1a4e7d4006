package org.taagem.cli;

import java.io.PrintStream;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;

/**
 * Shows a progress bar on a terminal, and nothing more once it is closed: a bar that is closed while its thread is drawing
 * it draws and closes twice, which would leave two lines.
 */
final class BarOutput extends ConsoleProgressBarConsumer {
    private boolean closed;

    BarOutput(PrintStream out) {
        super(out);
    }

    @Override
    public synchronized void accept(String line) {
        if (!closed) {
            super.accept(line);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            super.close();
        }
    }
}
