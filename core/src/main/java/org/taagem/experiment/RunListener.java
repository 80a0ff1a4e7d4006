package org.taagem.experiment;

/** Somebody who wants to know what happens in a run: a console, a record, a tracking server. */
@FunctionalInterface
public interface RunListener {
    /**
     * Takes note of an event. Training waits meanwhile, so this should be quick. It is the thread that runs the
     * experiment that calls, always; so no lock is needed.
     *
     * @param event what happened
     */
    void on(RunEvent event);
}
