package org.taagem.datasets;

import java.io.PrintStream;

/** Tells the user what is being waited for. */
public interface Progress {
    /** The size of a step that nobody knows. */
    long UNKNOWN = -1;

    /** A step of which nothing is shown. */
    Step NOTHING_SHOWN = new Step() {
        @Override
        public void advance(long bytes) {
            // Nothing is shown.
        }

        @Override
        public void close() {
            // As above.
        }
    };

    /**
     * Begins to show one step.
     *
     * @param what what is being done, in words
     * @param bytes how much there is to do, or {@link #UNKNOWN}
     * @return the step, to be advanced and then closed
     */
    Step start(String what, long bytes);

    /**
     * Shows one line.
     *
     * @param line the line
     */
    void note(String line);

    /**
     * Shows bars on a terminal and plain lines elsewhere.
     *
     * @param out where to, usually the standard error stream
     * @param terminal whether that is a terminal; the caller must know, as no call tells it on every version of Java
     * @return the display
     */
    static Progress on(PrintStream out, boolean terminal) {
        return terminal ? new BarProgress(out) : new PlainProgress(out);
    }

    /** One thing that takes its time. */
    interface Step extends AutoCloseable {
        /**
         * Tells that some more is done.
         *
         * @param bytes how much more, 0 or more
         */
        void advance(long bytes);

        /** Ends the step, done or failed. */
        @Override
        void close();
    }
}
