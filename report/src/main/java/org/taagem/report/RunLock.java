package org.taagem.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.taagem.state.HeldFile;

/** Says that a run is going on, as long as the process lives: {@value #NAME} in its folder, locked. */
public final class RunLock implements AutoCloseable {
    /** Name of the locked file. */
    public static final String NAME = "run.lock";

    private static final int TRIES = 5;
    private static final long PAUSE_NANOS = 20_000_000;

    private final Path file;
    private final HeldFile held;

    private RunLock(Path file, HeldFile held) {
        this.file = file;
        this.held = held;
    }

    /**
     * Takes the lock of a run.
     *
     * @param runFolder the run's folder
     * @return the lock, to be closed
     * @throws RunRecordException if somebody else has it, or it cannot be had
     */
    public static RunLock take(Path runFolder) throws RunRecordException {
        Path file = runFolder.resolve(NAME);
        try {
            HeldFile held = takeSoon(file)
                    .orElseThrow(() -> new RunRecordException("the run in '" + runFolder
                            + "' is going on, in this process or another; wait for its end, or stop it first"));
            return new RunLock(file, held);
        } catch (RunRecordException e) {
            throw e;
        } catch (IOException e) {
            throw FileProblem.cannotMake("file", file, e);
        }
    }

    /** Whoever asks whether the lock is held has it for an instant. */
    private static Optional<HeldFile> takeSoon(Path file) throws IOException {
        Optional<HeldFile> held = HeldFile.take(file);
        for (int tries = 1; held.isEmpty() && tries < TRIES; tries++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            held = HeldFile.take(file);
        }
        return held;
    }

    /**
     * Tells whether a process is at a run.
     *
     * @param runFolder the run's folder
     * @return whether somebody has its lock
     * @throws RunRecordException if the lock cannot be read
     */
    public static boolean isHeld(Path runFolder) throws RunRecordException {
        Path file = runFolder.resolve(NAME);
        try {
            return HeldFile.isHeld(file);
        } catch (IOException e) {
            throw FileProblem.cannotRead(file, e);
        }
    }

    /**
     * Removes the file, which nobody needs once the run is finished. Where it may go on it stays: whoever waits for the lock
     * on it must not end up with one on a file that is gone.
     *
     * @throws IOException if it cannot be removed
     */
    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Gives the lock back. */
    @Override
    public void close() throws IOException {
        held.close();
    }
}
