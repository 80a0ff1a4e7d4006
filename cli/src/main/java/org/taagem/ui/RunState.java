package org.taagem.ui;

import java.util.Locale;

import org.taagem.experiment.RunStatus;

/** How a run really stands. */
enum RunState {
    /** A process is at it. */
    RUNNING,
    /** It came to its end. */
    FINISHED,
    /** Somebody stopped it. */
    INTERRUPTED,
    /** An error stopped it. */
    FAILED,
    /** Its loss was no finite number any more. */
    DIVERGED,
    /** Its record says that it goes on, but no process is at it: it died without a word. */
    CUT_OFF;

    /** What a record says, which cannot know of the death of its process. */
    static RunState of(RunStatus status) {
        return valueOf(status.name());
    }

    /** Returns the name for people and scripts. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
