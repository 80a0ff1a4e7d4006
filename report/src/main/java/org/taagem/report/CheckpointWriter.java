package org.taagem.report;

import java.io.IOException;
import java.util.Optional;

import org.taagem.experiment.Checkpoint;
import org.taagem.experiment.RunRecord;

/**
 * Writes checkpoints beside training, on a thread of its own. If a disk is too slow for all of them, the newest one takes
 * the place of one that still waits.
 */
public final class CheckpointWriter implements AutoCloseable {
    /** Name of the thread that writes. */
    static final String THREAD = "taagem-checkpoints";

    private final Checkpoints checkpoints;
    private Optional<Content> waiting = Optional.empty();
    private Optional<IOException> failure = Optional.empty();
    private Optional<Thread> thread = Optional.empty();
    private boolean failureTold;
    private boolean closed;

    /** What a checkpoint's file is to hold. */
    private record Content(RunRecord record, Checkpoint checkpoint) {}

    /**
     * Makes a writer.
     *
     * @param checkpoints where to
     */
    public CheckpointWriter(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /**
     * Has a checkpoint written; returns at once.
     *
     * @param record the record of the moment of the checkpoint
     * @param checkpoint the state at that moment
     * @throws IOException if a checkpoint before this one could not be written
     */
    public synchronized void add(RunRecord record, Checkpoint checkpoint) throws IOException {
        if (failure.isPresent()) {
            failureTold = true;
            throw failure.get();
        }
        waiting = Optional.of(new Content(record, checkpoint));
        if (thread.isEmpty()) {
            Thread writing = new Thread(this::writeAll, THREAD);
            writing.setDaemon(true);
            writing.start();
            thread = Optional.of(writing);
        }
        notifyAll();
    }

    private void writeAll() {
        try {
            for (Optional<Content> next = next(); next.isPresent(); next = next()) {
                checkpoints.write(next.get().record(), next.get().checkpoint());
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Waits for a checkpoint; there is none once this is closed and the last one written. */
    private synchronized Optional<Content> next() {
        while (waiting.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts this thread", e);
            }
        }
        Optional<Content> next = waiting;
        waiting = Optional.empty();
        return next;
    }

    private synchronized void fail(IOException e) {
        failure = Optional.of(e);
    }

    /**
     * Waits until the last checkpoint has been written.
     *
     * @throws IOException if one could not be written, and {@link #add} has not said so
     */
    @Override
    public void close() throws IOException {
        Optional<Thread> writing = endWriting();
        boolean interrupted = false;
        while (writing.isPresent() && writing.get().isAlive()) {
            try {
                writing.get().join();
            } catch (InterruptedException e) {
                interrupted = true; // a checkpoint is not lost if somebody interrupts the thread that trains
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (failure.isPresent() && !failureTold) {
                failureTold = true;
                throw failure.get();
            }
        }
    }

    private synchronized Optional<Thread> endWriting() {
        closed = true;
        notifyAll();
        return thread;
    }
}
