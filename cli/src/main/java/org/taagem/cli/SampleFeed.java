package org.taagem.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.taagem.datasets.rows.SampleReader;
import org.taagem.datasets.rows.SampleReader.Reading;
import org.taagem.experiment.OnlineFile.Position;

/**
 * Reads samples on a thread of its own, a few ahead: so that somebody who waits for a sample can be stopped, which nobody
 * who waits for a pipe can.
 */
final class SampleFeed implements AutoCloseable {
    private static final int AHEAD = 256;
    private static final int PATIENCE_MILLIS = 50;

    private final BlockingQueue<Reading> queue = new ArrayBlockingQueue<>(AHEAD);
    private final FutureTask<Boolean> reading;
    private final Thread thread;

    /**
     * Begins to read.
     *
     * @param reader gives the samples
     * @param before up to where they are left out, having been learned before
     */
    SampleFeed(SampleReader reader, Optional<Position> before) {
        reading = new FutureTask<>(() -> {
            if (before.isPresent()) {
                reader.skip(before.get());
            }
            Optional<Reading> next = reader.next();
            while (next.isPresent()) {
                queue.put(next.get());
                next = reader.next();
            }
            return true;
        });
        thread = new Thread(reading, "taagem-samples");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits for the next line.
     *
     * @param stopRequested asked while waiting
     * @return what was read; nothing if the stream is over or a stop was requested
     * @throws IOException if reading failed
     */
    Optional<Reading> next(BooleanSupplier stopRequested) throws IOException, InterruptedException {
        while (!stopRequested.getAsBoolean()) {
            boolean done = reading.isDone(); // before the queue is looked at, or the last reading could be missed
            @Nullable Reading next = queue.poll(done ? 0 : PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null) {
                return Optional.of(next);
            }
            if (done) {
                rethrow();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void rethrow() throws IOException, InterruptedException {
        try {
            reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException problem) {
                throw problem;
            } else if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("reading samples failed", e.getCause());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
