package org.taagem.mlflow;

import java.time.Duration;

/** Tries again, after longer and longer pauses, what a server could not do for the moment. */
final class Retry {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private Duration pause = FIRST_PAUSE;

    /** Something to ask a server for. */
    @FunctionalInterface
    interface Step {
        void run() throws MlflowException, InterruptedException;
    }

    /** Returns how long to wait this time. */
    Duration next() {
        Duration now = pause;
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        return now;
    }

    /**
     * Runs a step until it goes well, for so long.
     *
     * @throws MlflowException what it met the last time, or what another try is no good for
     */
    static void forUpTo(Duration limit, Step step) throws MlflowException, InterruptedException {
        Retry retry = new Retry();
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                step.run();
                return;
            } catch (MlflowException e) {
                Duration pause = retry.next();
                if (!e.isTemporary() || System.nanoTime() + pause.toNanos() > end) {
                    throw e;
                }
                Thread.sleep(pause.toMillis());
            }
        }
    }
}
