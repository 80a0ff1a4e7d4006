package org.taagem.cli;

import org.taagem.experiment.RunListener;

/** Shows a run to the user while it goes on. */
interface Console extends RunListener, AutoCloseable {
    /** Leaves the terminal in order, however the run ended. */
    @Override
    default void close() {
        // a console that prints whole lines has nothing to put in order
    }
}
