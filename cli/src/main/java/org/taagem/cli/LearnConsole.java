package org.taagem.cli;

import java.io.PrintWriter;
import java.util.Locale;

import org.taagem.experiment.OnlineLearner;
import org.taagem.metrics.PrequentialAccuracy;

/** Tells how good an online learner is: a line per window and, on a terminal, one that changes all the time. */
final class LearnConsole {
    private static final long LIVE_NANOS = 200_000_000;

    private final PrintWriter out;
    private final LiveLine live;
    private long nextLine;
    private long lastLive;

    LearnConsole(PrintWriter out, LiveLine live, OnlineLearner learner) {
        this.out = out;
        this.live = live;
        nextLine = following(learner.accuracy());
        lastLive = System.nanoTime();
    }

    private static long following(PrequentialAccuracy accuracy) {
        return (accuracy.tested() / accuracy.window() + 1) * accuracy.window();
    }

    /** To be called after every batch. */
    void learned(OnlineLearner learner) {
        if (learner.accuracy().tested() >= nextLine) {
            nextLine = following(learner.accuracy());
            clear();
            out.println(line(learner));
            out.flush();
        } else if (System.nanoTime() - lastLive > LIVE_NANOS) {
            lastLive = System.nanoTime();
            live.show(line(learner));
        }
    }

    /** Removes the line that changes all the time. */
    void clear() {
        live.clear();
    }

    static String line(OnlineLearner learner) {
        PrequentialAccuracy accuracy = learner.accuracy();
        return String.format(
                Locale.ROOT,
                "  samples %8d  accuracy %.3f in the last %d, %.3f in all  memory %d",
                accuracy.tested(),
                accuracy.inWindow(),
                accuracy.windowSize(),
                accuracy.overall(),
                learner.memorySize());
    }
}
