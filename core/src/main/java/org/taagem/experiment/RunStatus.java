package org.taagem.experiment;

/** How a run stands. */
public enum RunStatus {
    /** It goes on, or it died without a word. */
    RUNNING,
    /** It came to its end. */
    FINISHED,
    /** Somebody stopped it. */
    INTERRUPTED,
    /** An error stopped it. */
    FAILED,
    /** Its loss was no finite number any more, nor would it be if it were run again. */
    DIVERGED
}
