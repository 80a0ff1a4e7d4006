package org.taagem.datasets;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar for each step: for terminals. */
final class BarProgress implements Progress {
    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    private final PrintStream out;

    BarProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public Step start(String what, long bytes) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(bytes)
                .setUnit(" MB", BYTES_PER_MEGABYTE)
                .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .build();
        return new Bar(bar);
    }

    @Override
    public void note(String line) {
        out.println(line);
    }

    private static final class Bar implements Step {
        private final ProgressBar bar;

        Bar(ProgressBar bar) {
            this.bar = bar;
        }

        @Override
        public void advance(long bytes) {
            bar.stepBy(bytes);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
