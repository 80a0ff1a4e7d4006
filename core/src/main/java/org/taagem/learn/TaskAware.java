package org.taagem.learn;

/**
 * A learner that must be told when a task ends. It knows more than others do, so the record of a run says that it was told.
 */
public interface TaskAware {
    /** Takes note that what comes next is another task; called between two batches. */
    void endTask();
}
