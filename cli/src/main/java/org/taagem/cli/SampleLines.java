package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.taagem.datasets.rows.SampleReader.Reading;

/** The lines of a stream that can be used; what becomes of the others is the user's choice. */
final class SampleLines {
    private static final int MOST_TOLD = 5;

    private final SampleFeed feed;
    private final BadLine onBadLine;
    private final PrintWriter err;
    private long skipped;

    /** Takes the lines of a feed; those left out are told to {@code err}, as long as they are few. */
    SampleLines(SampleFeed feed, BadLine onBadLine, PrintWriter err) {
        this.feed = feed;
        this.onBadLine = onBadLine;
        this.err = err;
    }

    /**
     * Waits for the next sample.
     *
     * @param stopRequested asked while waiting
     * @return what was read, with a sample; nothing if the stream is over or a stop was requested
     * @throws IOException if reading failed, or a line is bad and that is to stop all
     */
    Optional<Reading> next(BooleanSupplier stopRequested) throws IOException, InterruptedException {
        Optional<Reading> next = feed.next(stopRequested);
        while (next.isPresent() && next.get().sample().isEmpty()) {
            refuse(next.get().problem());
            next = feed.next(stopRequested);
        }
        return next;
    }

    /**
     * Leaves a line out.
     *
     * @param problem what is wrong with it, and which it is
     * @throws IOException if that is to stop all
     */
    void refuse(String problem) throws IOException {
        if (onBadLine == BadLine.STOP) {
            throw new IOException(problem + " (--on_bad_line skip leaves such lines out)");
        }
        skipped++;
        if (skipped <= MOST_TOLD) {
            err.println("taagem: left out: " + problem);
        }
        if (skipped == MOST_TOLD) {
            err.println("taagem: more lines left out are only counted");
        }
        err.flush();
    }

    long skipped() {
        return skipped;
    }
}
