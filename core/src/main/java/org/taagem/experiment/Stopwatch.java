package org.taagem.experiment;

/** Adds up stretches of time. */
final class Stopwatch {
    private long nanos;
    private long startedAt;
    private boolean running;

    void start() {
        startedAt = System.nanoTime();
        running = true;
    }

    void stop() {
        nanos = total();
        running = false;
    }

    private long total() {
        return running ? nanos + System.nanoTime() - startedAt : nanos;
    }

    double seconds() {
        return total() / 1e9;
    }
}
