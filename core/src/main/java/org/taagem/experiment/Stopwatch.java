package org.taagem.experiment;

import java.io.IOException;

import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/** Adds up stretches of time. */
final class Stopwatch implements Stateful {
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

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeLong("nanos", total());
    }

    /** {@inheritDoc} It stands still afterwards. */
    @Override
    public void restore(StateReader in) throws IOException {
        nanos = in.readCount("nanos");
        running = false;
    }
}
