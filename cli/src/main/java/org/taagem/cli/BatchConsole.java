package org.taagem.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import org.taagem.experiment.RunEvent;
import org.taagem.experiment.RunEvent.BatchTrained;
import org.taagem.experiment.RunRecord;
import org.taagem.metrics.Metric;

/**
 * Tells how a batch gets on: a line for every run that has ended and, on a terminal, one below that changes all the time.
 * The threads of all runs tell it.
 */
final class BatchConsole implements AutoCloseable {
    private static final long LIVE_NANOS = 200_000_000;
    private static final int LIVE_WIDTH = 79;

    private final PrintWriter out;
    private final Optional<Terminal> live;
    private final BatchLoad load;
    private final long startedAt = System.nanoTime();
    /** How much of each run is done, 0..1, of those that go on. */
    private final Map<BatchSlot, Double> running = new LinkedHashMap<>();

    private int ended;
    private double doneWeight;
    private long lastLive = startedAt;
    private boolean shown;

    /**
     * Makes a console.
     *
     * @param out where lines go
     * @param live where the line that changes is shown, if anywhere
     * @param load how much there is to do
     */
    BatchConsole(PrintWriter out, Optional<Terminal> live, BatchLoad load) {
        this.out = out;
        this.live = live;
        this.load = load;
    }

    /** Takes note of what happens in a run of so many steps. */
    void on(BatchSlot slot, RunEvent event, long steps) {
        if ((live.isPresent() || load.told()) && event instanceof BatchTrained trained) {
            show(slot, (double) trained.step() / steps);
        }
    }

    private synchronized void show(BatchSlot slot, double part) {
        running.put(slot, part);
        if (live.isPresent() && System.nanoTime() - lastLive > LIVE_NANOS) {
            lastLive = System.nanoTime();
            shown = true;
            String format = "\r%-" + LIVE_WIDTH + "." + LIVE_WIDTH + "s";
            live.get().err().printf(Locale.ROOT, format, liveLine());
        }
    }

    private String liveLine() {
        String runs = running.entrySet().stream()
                .map(run -> String.format(Locale.ROOT, "%s %.0f %%", run.getKey(), 100 * run.getValue()))
                .collect(Collectors.joining("; "));
        return (load.before() + ended) + " of " + load.all() + " done, " + left() + "; " + runs;
    }

    private String left() {
        double done = doneWeight
                + running.entrySet().stream()
                        .mapToDouble(run -> run.getValue() * load.weight().applyAsDouble(run.getKey()))
                        .sum();
        return load.left((System.nanoTime() - startedAt) / 1e9, done);
    }

    /** Tells what is not as it should be, but does not keep a run from going on. */
    void warn(BatchSlot slot, String warning) {
        warn(slot + ": " + warning);
    }

    /** Tells what is not as it should be with all of it. */
    synchronized void warn(String warning) {
        clear();
        out.println("warning: " + warning);
        out.flush();
    }

    /** Tells what has become of a run. */
    synchronized void ended(BatchResult result) {
        running.remove(result.slot());
        clear();
        if (result instanceof BatchResult.Stopped) {
            out.println("interrupted: " + result.slot());
        } else {
            ended++;
            doneWeight += load.weight().applyAsDouble(result.slot());
            String number = (load.before() + ended) + " of " + load.all() + ": " + result.slot() + ": ";
            String what = result instanceof BatchResult.Failed failed
                    ? "failed " + number + failed.reason()
                    : "done " + number + numbers(((BatchResult.Finished) result).record());
            out.println(load.told() && load.before() + ended < load.all() ? what + "; " + left() : what);
        }
        out.flush();
    }

    private static String numbers(RunRecord record) {
        OptionalDouble acc = record.summary().get(Metric.ACC).toOptional();
        return (acc.isPresent() ? "ACC " + TaskText.accuracy(acc.getAsDouble()) + ", " : "")
                + TaskText.seconds(record.wallTime());
    }

    private void clear() {
        if (shown) {
            live.orElseThrow().err().print("\r" + " ".repeat(LIVE_WIDTH) + "\r");
            shown = false;
        }
    }

    @Override
    public synchronized void close() {
        clear();
    }
}
